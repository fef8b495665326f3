-- AlterTable
ALTER TABLE "Merchant" ADD COLUMN     "accessRenewAt" TIMESTAMPTZ(3);

-- Installed shops go on as before: an hour ahead.
UPDATE "Merchant" SET "accessRenewAt" = "accessExpiresAt" - interval '1 hour';
