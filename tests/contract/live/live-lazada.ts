import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { LazadaAuth } from '@/src/clients/lazada/lazada-auth';
import type { LazadaPlace } from '../lazada/lazada-place';

const LOOK_BACK_MS = 30 * 86_400_000;

/** What a live run needs and a shop may lack. */
export const needed = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`The shop has no ${what}: make one first (docs/live-contract.md).`);
  return found;
};

/** A shop in which nothing can be made: what is there is found by reading. */
export function lazadaAsFound(client: LazadaClient, auth: LazadaAuth, now: () => Date): LazadaPlace {
  const orders = async (status?: string) => {
    const createdAfter = new Date(now().getTime() - LOOK_BACK_MS);
    return (await client.listOrders(auth, { createdAfter, status, sortBy: 'created_at', sortDirection: 'DESC' }))
      .orders;
  };
  const withItems = async (orderId: string) => {
    const items = await client.getOrderItems(auth, orderId);
    return { orderId, items, orderItemIds: items.map((item) => item.orderItemId) };
  };
  const handedOver = async () => {
    const [ready] = await orders('ready_to_ship');
    return withItems(needed(ready ?? (await orders('shipped'))[0], 'order that is ready to ship').orderId);
  };
  return {
    client,
    auth,
    now,
    handedOver,
    async sku() {
      const { items } = await client.listProducts(auth, { filter: 'live', limit: 50 });
      const item = needed(items[0], 'product on sale');
      const sku = needed(item.skus[0], 'SKU on sale');
      const [price, sellable] = [needed(sku.price, 'price'), needed(sku.sellable, 'stock')];
      return { itemId: item.itemId, skuId: sku.skuId, sellerSku: sku.sellerSku, price, sellable };
    },
    async order() {
      const [pending] = await orders('pending');
      return withItems(needed(pending ?? (await orders())[0], 'order of the last 30 days').orderId);
    },
    async packages() {
      const { items } = await handedOver();
      return [needed(items.find((item) => item.packageId)?.packageId, 'package')];
    },
    async returned() {
      const { orders: returns } = await client.listReverseOrders(auth, { pageNo: 1 });
      const { reverseOrderId, tradeOrderId, lines } = needed(returns[0], 'return');
      const orderItemIds = lines.flatMap((line) => line.tradeOrderLineId ?? []);
      const reverseOrderLineIds = lines.map((line) => line.reverseOrderLineId);
      return { orderId: tradeOrderId, orderItemIds, reverseOrderId, reverseOrderLineIds };
    },
  };
}
