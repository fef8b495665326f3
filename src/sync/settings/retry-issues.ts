import type { RetrySelection, SettingsStore } from '../ports/settings';
import type { PushStore } from '../ports/stock';
import type { TurnQueue } from '../ports/turn';
import type { CatalogWishes, OrderWishes } from '../ports/wishes';
import type { Clock } from '../ports/world';
import { requestTurns } from '../catalog/request-turns';

export type RetryDeps = {
  settings: Pick<SettingsStore, 'retrySubjects' | 'rematch'>;
  pushes: PushStore;
  catalogWishes: CatalogWishes;
  orderWishes: OrderWishes;
  turns: TurnQueue;
  clock: Clock;
};

/**
 * Thử lại for one, many or all issues (spec R2.5): what they wait for is tried at once, with new patience. The issues stay
 * open until their cause is gone. Answers how many were found.
 */
export function createRetryIssues(deps: RetryDeps) {
  return async (merchantId: string, selection: RetrySelection): Promise<{ retried: number }> => {
    const at = new Date(deps.clock.now());
    const subjects = await deps.settings.retrySubjects(merchantId, selection);
    const { variantIds, productIds, connectionIds } = subjects;
    const stock = { variantIds, figures: ['price' as const, 'quantity' as const], cause: 'retry', resetAttempts: true };
    await requestTurns(deps.turns, merchantId, await deps.pushes.wish(merchantId, stock, at));
    // Read both catalogs again before matching: the merchant has just mended one of them.
    await deps.catalogWishes.refreshProducts(merchantId, productIds, at);
    for (const id of connectionIds) await deps.catalogWishes.pullListings(merchantId, id, at);
    const catalog = await deps.settings.rematch(merchantId, productIds, at);
    await requestTurns(deps.turns, merchantId, { catalog, stock: [] });
    for (const [id, orders] of Map.groupBy(subjects.orders, (order) => order.connectionId)) {
      const lazadaOrderIds = orders.map((order) => order.lazadaOrderId);
      await deps.orderWishes.reimport(merchantId, id, lazadaOrderIds, at);
    }
    return { retried: subjects.total };
  };
}
