import type { OrderImportStore } from '@/src/sync/ports/order-imports';
import type { MemoryDatabase } from './memory-database';
import { shopOf } from './tenant-rows';

export function endings({ door }: MemoryDatabase): Pick<OrderImportStore, 'settle' | 'park'> {
  return {
    settle: (merchantId, connectionId, lazadaOrderId, settlement, fence) =>
      door(
        merchantId,
        (rows) => {
          const shop = shopOf(rows, connectionId);
          const { version, decision, reason, at, packages, canceledItemIds } = settlement;
          const row = shop.orders.get(lazadaOrderId);
          if (row) {
            // A change during the work raised `wanted`: then the wish stays, and so does what a merchant forced.
            const force = row.force && row.wanted > version;
            const importedAt = row.importedAt ?? (decision === 'imported' ? at : null);
            const done = Math.max(row.done, version);
            Object.assign(row, { done, attempts: 0, blockedBy: null, decision, decisionReason: reason });
            Object.assign(row, { force, importedAt });
          }
          for (const { packageId, fulfillmentId: haravanFulfillmentId, trackingCode, state } of packages) {
            const of = shop.packages.get(packageId)?.lazadaOrderId ?? lazadaOrderId;
            const facts = { haravanFulfillmentId, trackingCode, state };
            shop.packages.set(packageId, { packageId, lazadaOrderId: of, ...facts });
          }
          for (const id of canceledItemIds) {
            const item = shop.items.get(id);
            if (item?.lazadaOrderId === lazadaOrderId) item.canceledInHaravan = true;
          }
        },
        fence,
      ),
    park: (merchantId, connectionId, lazadaOrderId, { dueAt, blockedBy, attempts, failing }, fence) =>
      door(
        merchantId,
        (rows) => {
          const row = shopOf(rows, connectionId).orders.get(lazadaOrderId);
          if (!row) return;
          Object.assign(row, { dueAt, blockedBy, attempts });
          if (failing && row.haravanOrderId === null) row.decision = 'failing';
        },
        fence,
      ),
  };
}
