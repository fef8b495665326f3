-- One shop's due figures in the order in which they are taken, whatever other shops wish: 50 of 100 000 that became due in one moment
-- are found without sorting all of them, and without reading a neighbor's (R7.2).
CREATE INDEX "Push_due_by_shop" ON "Push" ("connectionId", "figure", "dueAt", "variantId") WHERE wanted > done;
CREATE INDEX "Push_read_back_by_shop" ON "Push" ("connectionId", "figure", "readBackAt", "variantId") WHERE "readBackAt" IS NOT NULL;
DROP INDEX "Push_due";
DROP INDEX "Push_read_back";
DROP INDEX "Push_merchantId_connectionId_dueAt_idx";

-- While there are no statistics, an index on the shop alone looks as good as the key, and every look-up of one link reads all of them.
CREATE INDEX "ListingLink_merchantId_variantId_idx" ON "ListingLink"("merchantId", "variantId");
DROP INDEX "ListingLink_merchantId_connectionId_idx";
