-- As for shops, so for merchants, whose id row-level security adds to every condition: an index that begins with it looks as good as the
-- key for a merchant of whom there are no statistics, and all orders were read for the units of one variant (R7.2, R3.5).
DROP INDEX "Variant_merchantId_code_idx";
DROP INDEX "Variant_merchantId_productId_idx";
DROP INDEX "Publication_merchantId_productId_idx";
DROP INDEX "OrderItem_merchantId_code_idx";
DROP INDEX "OrderItem_merchantId_variantId_idx";
DROP INDEX "TrailEvent_merchantId_lazadaOrderId_idx";
DROP INDEX "SyncIssue_merchantId_subjectKind_subjectId_idx";
CREATE INDEX "Variant_code_merchantId_idx" ON "Variant"("code", "merchantId");
CREATE INDEX "Variant_productId_merchantId_idx" ON "Variant"("productId", "merchantId");
CREATE INDEX "Publication_productId_merchantId_idx" ON "Publication"("productId", "merchantId");
CREATE INDEX "OrderItem_code_merchantId_idx" ON "OrderItem"("code", "merchantId");
CREATE INDEX "OrderItem_variantId_merchantId_idx" ON "OrderItem"("variantId", "merchantId");
CREATE INDEX "TrailEvent_lazadaOrderId_merchantId_idx" ON "TrailEvent"("lazadaOrderId", "merchantId");
CREATE INDEX "SyncIssue_subjectId_subjectKind_merchantId_idx" ON "SyncIssue"("subjectId", "subjectKind", "merchantId");
