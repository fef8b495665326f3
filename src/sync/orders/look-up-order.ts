import { isPlatformError } from '@/src/clients/http/platform-error';
import { AccessEnded, type AccessStore, type ConnectionView } from '../ports/access';
import type { Trail } from '../ports/trail';
import type { TurnQueue } from '../ports/turn';
import type { OrderFeedReader } from './order-feed';

/** What Lazada said of a number. `found`: it is kept now, and its import is on the way or left out for a reason. */
export type LookUp = {
  connectionId: string;
  outcome: 'found' | 'not_of_this_shop' | 'unreadable' | 'access' | 'platform';
};

export type OrderLookUp = (merchantId: string, lazadaOrderId: string) => Promise<LookUp[]>;

export type OrderLookUpDeps = {
  access: Pick<AccessStore, 'connections'>;
  feed: Pick<OrderFeedReader, 'refresh'>;
  turns: TurnQueue;
  trail: Trail;
};

/** Tìm đơn for a number that was never seen: every shop of the merchant is asked now (spec R10.2, R10.12). */
export function createOrderLookUp({ access, feed, turns, trail }: OrderLookUpDeps): OrderLookUp {
  async function ask(merchantId: string, connectionId: string, orderId: string): Promise<LookUp['outcome']> {
    try {
      const [found] = await feed.refresh(merchantId, connectionId, [orderId]);
      return found === undefined ? 'not_of_this_shop' : 'found';
    } catch (error) {
      if (error instanceof AccessEnded || isPlatformError(error, 'unauthorized')) return 'access';
      if (!isPlatformError(error)) throw error;
      // A number that Lazada does not take for one belongs to nobody (lazada.md §9.2).
      if (error.kind === 'rejected') return 'not_of_this_shop';
      return error.kind === 'malformed' ? 'unreadable' : 'platform';
    }
  }

  async function askShop({ id, merchantId, status }: ConnectionView, orderId: string): Promise<LookUp> {
    if (status !== 'active') return { connectionId: id, outcome: 'access' };
    const outcome = await ask(merchantId, id, orderId);
    const facts = { how: outcome };
    await trail.record(merchantId, [{ connectionId: id, lazadaOrderId: orderId, kind: 'order_asked', facts }]);
    if (outcome === 'found') await turns.request({ lane: 'orders', merchantId, connectionId: id });
    return { connectionId: id, outcome };
  }

  return async (merchantId, lazadaOrderId) => {
    const shops = (await access.connections(merchantId)).filter((shop) => shop.status !== 'disconnected');
    const answers: LookUp[] = [];
    for (const shop of shops) answers.push(await askShop(shop, lazadaOrderId));
    return answers;
  };
}
