-- Units sold are also looked up by the variant that their line in Haravan bears: after a SKU was renamed neither its code nor
-- its match leads there any more (R3.5).
CREATE INDEX "OrderItem_haravanVariantId_merchantId_idx" ON "OrderItem"("haravanVariantId", "merchantId");
