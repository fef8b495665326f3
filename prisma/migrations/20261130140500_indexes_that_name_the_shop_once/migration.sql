-- A shop belongs to one merchant, which PostgreSQL does not know: it multiplies the two chances, takes what is found by both for a row or
-- so, and looked up one SKU of 100 000 by reading all of its shop (R7.2). No index begins with both any more; one that serves
-- the look-up of a single thing begins with that thing, so that it cannot be mistaken for the key.
DROP INDEX "Listing_merchantId_connectionId_code_idx";
DROP INDEX "OrderItem_merchantId_connectionId_lazadaOrderId_idx";
DROP INDEX "OrderPackage_merchantId_connectionId_lazadaOrderId_idx";
DROP INDEX "OrderAction_merchantId_connectionId_lazadaOrderId_idx";
DROP INDEX "ChannelOrder_merchantId_connectionId_lazadaCreatedAt_idx";
DROP INDEX "ChannelOrder_merchantId_connectionId_tab_idx";
CREATE INDEX "Listing_code_connectionId_idx" ON "Listing"("code", "connectionId");
CREATE INDEX "OrderItem_lazadaOrderId_connectionId_idx" ON "OrderItem"("lazadaOrderId", "connectionId");
CREATE INDEX "OrderPackage_lazadaOrderId_connectionId_idx" ON "OrderPackage"("lazadaOrderId", "connectionId");
CREATE INDEX "OrderAction_lazadaOrderId_connectionId_idx" ON "OrderAction"("lazadaOrderId", "connectionId");
CREATE INDEX "ChannelOrder_connectionId_lazadaCreatedAt_idx" ON "ChannelOrder"("connectionId", "lazadaCreatedAt");
CREATE INDEX "ChannelOrder_connectionId_tab_idx" ON "ChannelOrder"("connectionId", "tab");

DROP INDEX "PublishRun_merchantId_connectionId_createdAt_idx";
DROP INDEX "Difference_merchantId_connectionId_foundAt_idx";
DROP INDEX "SyncIssue_merchantId_connectionId_closedAt_code_idx";
DROP INDEX "TrailEvent_merchantId_connectionId_at_idx";
CREATE INDEX "PublishRun_connectionId_createdAt_idx" ON "PublishRun"("connectionId", "createdAt");
CREATE INDEX "Difference_connectionId_foundAt_idx" ON "Difference"("connectionId", "foundAt");
CREATE INDEX "SyncIssue_connectionId_closedAt_code_idx" ON "SyncIssue"("connectionId", "closedAt", "code");
CREATE INDEX "TrailEvent_connectionId_at_idx" ON "TrailEvent"("connectionId", "at");
