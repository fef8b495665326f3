import { isPlatformError } from '@/src/clients/http/platform-error';
import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { LazadaOrderItem } from '@/src/clients/lazada/order-item';
import type { LazadaAccess } from '../ports/access';
import type { Log } from '../ports/world';

export type ItemReaderDeps = { lazada: Pick<LazadaClient, 'getItemsOfOrders' | 'getOrderItems'>; log: Log };

/** At most 50 orders at once; an order that Lazada cannot tell about is missing from the answer. */
export type ReadItems = (auth: LazadaAccess, orderIds: readonly string[]) => Promise<Map<string, LazadaOrderItem[]>>;

/** One order that cannot be read must not hold up the others (spec R8.4). */
const concernsOneOrder = (error: unknown) =>
  isPlatformError(error, 'rejected') || isPlatformError(error, 'not_found') || isPlatformError(error, 'malformed');

export function createItemReader({ lazada, log }: ItemReaderDeps): ReadItems {
  async function together(auth: LazadaAccess, orderIds: readonly string[]): Promise<Map<string, LazadaOrderItem[]>> {
    try {
      const answer = await lazada.getItemsOfOrders(auth, [...orderIds]);
      return new Map(answer.flatMap(({ orderId, items }) => (items.length > 0 ? [[orderId, items]] : [])));
    } catch (error) {
      if (!concernsOneOrder(error)) throw error;
      return new Map();
    }
  }

  async function alone(auth: LazadaAccess, orderId: string): Promise<LazadaOrderItem[]> {
    try {
      return await lazada.getOrderItems(auth, orderId);
    } catch (error) {
      if (!concernsOneOrder(error)) throw error;
      log.warn({ lazadaOrderId: orderId, err: error }, 'the items of an order could not be read');
      return [];
    }
  }

  return async (auth, orderIds) => {
    const items = await together(auth, orderIds);
    for (const orderId of orderIds.filter((id) => !items.has(id))) {
      const found = await alone(auth, orderId);
      if (found.length > 0) items.set(orderId, found);
    }
    return items;
  };
}
