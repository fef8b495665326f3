-- AlterTable
ALTER TABLE "ChannelOrder" ADD COLUMN     "importAnyway" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "backfillCursor" TIMESTAMPTZ(3),
ADD COLUMN     "backfillDays" INTEGER,
ADD COLUMN     "backfillDoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "backfillTotal" INTEGER,
ADD COLUMN     "ordersComparedAt" TIMESTAMPTZ(3),
ADD COLUMN     "ordersMissedAt" TIMESTAMPTZ(3),
ADD COLUMN     "ordersPushAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "OrderAction" ADD COLUMN     "nothingToDo" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "runId" UUID;

-- AlterTable
ALTER TABLE "OrderItem" ADD COLUMN     "cancelPending" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "cancelRequestId" TEXT,
ADD COLUMN     "cancelRequestUntil" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "OrderAction_connectionId_runId_idx" ON "OrderAction"("connectionId", "runId");
