import type { HaravanAuth } from '@/src/clients/haravan/haravan-auth';
import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { HaravanOrder } from '@/src/clients/haravan/order';
import type { HaravanPlace } from '../haravan/haravan-place';
import { needed } from './live-lazada';

/** A shop in which nothing can be made: what is there is found by reading. */
export function haravanAsFound(client: HaravanClient, auth: HaravanAuth, now: () => Date): HaravanPlace {
  const orders = async () => (await client.listOrders(auth, { order: 'created_at desc' })).orders;
  const located = (order: HaravanOrder) => ({
    orderId: order.id,
    lineItemIds: order.lineItems.map((line) => line.id),
  });
  return {
    client,
    auth,
    now,
    async variant() {
      const { products } = await client.listProducts(auth, { limit: 50 });
      const variant = needed(products[0]?.variants[0], 'product');
      return { productId: variant.productId, variantId: variant.id, price: variant.price };
    },
    async locationId() {
      const locations = await client.listLocations(auth);
      return needed(
        locations.find((location) => location.isPrimary),
        'primary location',
      ).id;
    },
    order: async () => located(needed((await orders())[0], 'order')),
    async shipped() {
      const order = needed(
        (await orders()).find((one) => one.fulfillments.length > 0),
        'order with a parcel',
      );
      return { ...located(order), fulfillmentId: needed(order.fulfillments[0], 'parcel').id };
    },
    async customer() {
      const known = (await orders()).flatMap((order) => order.customerId ?? []);
      for (const customerId of new Set(known)) {
        const { phone } = await client.getCustomer(auth, customerId);
        if (phone) return { customerId, phone };
      }
      throw new Error('The shop has no customer with a phone among its latest orders: make one first.');
    },
  };
}
