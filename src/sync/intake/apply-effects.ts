import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import { isPlatformError } from '@/src/clients/http/platform-error';
import type { Lane } from '@/src/domain/lane';
import type { CheckSeller } from '../connection/check-seller';
import type { RenewAccess } from '../connection/connections-turn';
import { AccessEnded, type AccessStore } from '../ports/access';
import type { MerchantStore } from '../ports/connection';
import type { OwnOrders } from '../ports/inbox';
import type { Trail } from '../ports/trail';
import type { TurnQueue } from '../ports/turn';
import type { CatalogWishes, OrderWishes, PushWishes } from '../ports/wishes';
import type { Clock, Log } from '../ports/world';
import type { Effect } from './effect';

/** Lazada tells of each SKU by itself: one reading a little later covers a burst of them. */
const LISTINGS_DELAY_MS = 3_000;

export type EffectDeps = {
  catalog: CatalogWishes;
  pushes: PushWishes;
  orders: OrderWishes;
  ownOrders: OwnOrders;
  renewAccess: RenewAccess;
  checkSeller: CheckSeller;
  haravan: Pick<HaravanClient, 'getShop'>;
  access: Pick<AccessStore, 'haravan'>;
  merchants: Pick<MerchantStore, 'saveShop'>;
  trail: Trail;
  queue: TurnQueue;
  clock: Clock;
  log: Log;
};

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** Applies the effects of many messages at once: a thousand edits of one product are one wish. */
export function createApplyEffects(
  deps: EffectDeps,
): (merchantId: string, effects: readonly Effect[]) => Promise<void> {
  const { catalog, clock, queue } = deps;

  async function readShop(merchantId: string): Promise<void> {
    try {
      await deps.merchants.saveShop(merchantId, await deps.haravan.getShop(await deps.access.haravan(merchantId)));
    } catch (error) {
      // A name on a page: not worth holding up the messages behind it.
      if (!isPlatformError(error)) throw error;
      deps.log.warn({ merchantId, reason: error.message }, 'shop data was not read');
    }
  }

  /** Looked at again by every reconciliation: what cannot be read now holds up nothing. */
  async function checkSeller(merchantId: string, connectionId: string): Promise<void> {
    try {
      await deps.checkSeller(merchantId, connectionId);
    } catch (error) {
      if (!isPlatformError(error) && !(error instanceof AccessEnded)) throw error;
      deps.log.warn({ merchantId, connectionId, reason: error.message }, 'the seller was not read');
    }
  }

  async function reimportOwn(merchantId: string, haravanOrderId: string, at: Date): Promise<void> {
    for (const { connectionId, lazadaOrderId } of await deps.ownOrders.ofHaravanOrder(merchantId, haravanOrderId)) {
      await deps.orders.reimport(merchantId, connectionId, [lazadaOrderId], at);
      await queue.request({ lane: 'orders', merchantId, connectionId });
    }
  }

  async function wishCatalog(merchantId: string, productIds: string[], whole: boolean, at: Date): Promise<void> {
    if (productIds.length > 0) await catalog.refreshProducts(merchantId, productIds, at);
    if (whole) await catalog.pullCatalog(merchantId, at);
    if (productIds.length > 0 || whole) await queue.request({ lane: 'catalog', merchantId, connectionId: null });
  }

  return async (merchantId, effects) => {
    const at = new Date(clock.now());
    const of = <Kind extends Effect['kind']>(kind: Kind) =>
      effects.filter((each): each is Of<Kind> => each.kind === kind);
    const unique = (texts: readonly string[]) => [...new Set(texts)];
    const ask = (lane: Lane, connectionId: string, notBefore?: Date) =>
      queue.request({ lane, merchantId, connectionId }, notBefore);

    await wishCatalog(
      merchantId,
      unique(of('refresh_product').map((each) => each.productId)),
      of('pull_catalog').length > 0,
      at,
    );
    const variantIds = unique(of('wish_quantity').map((each) => each.variantId));
    const wish = { variantIds, figures: ['quantity'], cause: 'haravan_stock' } as const;
    if (variantIds.length > 0) await deps.pushes.wish(merchantId, wish, at);
    for (const id of unique(of('own_order_ended').map((each) => each.haravanOrderId)))
      await reimportOwn(merchantId, id, at);
    if (of('read_shop').length > 0) await readShop(merchantId);

    const notes = of('note').map(({ connectionId, lazadaOrderId, event, facts }) => {
      return { connectionId, lazadaOrderId, kind: event, facts };
    });
    await deps.trail.record(merchantId, notes);
    for (const id of unique(of('poll_orders').map((each) => each.connectionId))) {
      await deps.orders.pollSoon(merchantId, id, at);
      await ask('orders', id);
    }
    for (const id of unique(of('pull_listings').map((each) => each.connectionId))) {
      const soon = new Date(at.getTime() + LISTINGS_DELAY_MS);
      await catalog.pullListings(merchantId, id, soon);
      await ask('catalog', id, soon);
    }
    for (const id of unique(of('check_seller').map((each) => each.connectionId))) await checkSeller(merchantId, id);
    for (const connectionId of unique(of('renew_access').map((each) => each.connectionId))) {
      await deps.renewAccess({ lane: 'intake', merchantId, connectionId }, 'lazada');
    }
  };
}
