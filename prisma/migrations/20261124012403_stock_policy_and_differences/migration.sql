-- DropIndex
DROP INDEX "Publication_dueAt_idx";

-- DropIndex
DROP INDEX "Push_dueAt_idx";

-- AlterTable
ALTER TABLE "Connection" DROP COLUMN "reconcileDiffered",
ADD COLUMN     "restockOnCancel" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "restockReturns" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Push" ADD COLUMN     "lastLagMs" INTEGER;

-- CreateTable
CREATE TABLE "Difference" (
    "merchantId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "readingAt" TIMESTAMPTZ(3) NOT NULL,
    "variantId" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "sellerSku" TEXT NOT NULL,
    "believed" DECIMAL(18,2) NOT NULL,
    "believedAt" TIMESTAMPTZ(3),
    "found" DECIMAL(18,2) NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Difference_pkey" PRIMARY KEY ("connectionId","readingAt","variantId","figure")
);

-- CreateIndex
CREATE INDEX "Difference_merchantId_connectionId_foundAt_idx" ON "Difference"("merchantId", "connectionId", "foundAt");

-- A tenant's table like the others (spec R7.1).
ALTER TABLE "Difference" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Difference" FORCE ROW LEVEL SECURITY;
CREATE POLICY one_merchant ON "Difference" TO channel_app
  USING ("merchantId" = (SELECT app_merchant())) WITH CHECK ("merchantId" = (SELECT app_merchant()));
CREATE POLICY sweep ON "Difference" TO channel_sweep USING (true) WITH CHECK (true);
