import type { LazadaRig } from '../lazada/lazada-stage';
import { LAZADA } from '../contract-seed';

type Ask = (rig: LazadaRig) => Promise<unknown> | unknown;

const day = (date: Date): string => date.toISOString().slice(0, 10);
const DAY_MS = 86_400_000;
const sku = (skuId: string) => ({ itemId: LAZADA.itemId, skuId, sellerSku: '' });

/** An order that was delivered and paid out long enough ago to stand on a statement. */
async function oldDelivery({ stage, sandbox }: LazadaRig): Promise<void> {
  const { orderId } = stage.ready();
  const { sellerId } = LAZADA;
  for (const to of ['shipped', 'delivered'] as const) sandbox.lazada.control.advanceOrder({ sellerId, orderId, to });
  sandbox.lazada.control.ageOrder({ sellerId, orderId, byMs: 20 * DAY_MS });
}

/** How to bring the sandbox to answer what a fixture of tests/fixtures/lazada recorded. */
export const LAZADA_ANSWERS: Record<string, Ask> = {
  'seller-get-documented': ({ stage: { client, auth } }) => client.getSeller(auth),
  'seller-warehouse-get': ({ stage: { client, auth } }) => client.listWarehouses(auth),
  'products-get': ({ stage: { client, auth }, sandbox }) => {
    const { control, call } = sandbox.lazada;
    const { sellerId, itemId: ItemId, blackId: SkuId } = LAZADA;
    const special = { SalePrice: '129000', SaleStartDate: '2026-07-01', SaleEndDate: '2036-08-01' };
    const payload = (product: object) => ({ payload: JSON.stringify({ Request: { Product: product } }) });
    call('/product/price_quantity/update', { sellerId }, payload({ Skus: { Sku: { ItemId, SkuId, ...special } } }));
    const saleProp = { color_family: 'Black', size: 'M' };
    const another = { SellerSku: 'AO-MOI', price: '120000', quantity: '4', saleProp };
    const Attributes = {
      name: 'Áo mới',
      description: '<p>…</p>',
      brand: 'No Brand',
      source: 'asc',
      delivery_option_sof: '0',
    };
    call('/product/create', { sellerId }, payload({ PrimaryCategory: '18209', Attributes, Skus: { Sku: another } }));
    const set = { campaignLock: 5, campaignEndsAt: sandbox.clock.now() + DAY_MS };
    control.editSku({ sellerId, skuId: Number(SkuId), set });
    return client.listProducts(auth);
  },
  'orders-get': ({ stage: { client, auth, pending, now } }) => {
    pending(2);
    const createdAfter = new Date(now().getTime() - DAY_MS);
    return client.listOrders(auth, { createdAfter, sortBy: 'created_at', sortDirection: 'DESC' });
  },
  'order-items-get': ({ stage: { client, auth, pending } }) => client.getOrderItems(auth, pending(1).orderId),
  'price-quantity-update': ({ stage: { client, auth } }) =>
    client.updatePrices(auth, [{ ...sku(LAZADA.redId), price: 170_000 }]),
  'error-501-negative-sellable': ({ stage: { client, auth }, sandbox }) => {
    sandbox.lazada.control.setModes({ detailShape: 'item' });
    return client.adjustSellable(auth, [{ ...sku(LAZADA.redId), quantity: -1_000_000 }]);
  },
  'fulfill-pack': ({ stage: { client, auth, pending } }) => client.pack(auth, [pending(1)], { allocateType: 'TFS' }),
  'order-trace': ({ stage: { client, auth, ready } }) => client.traceOrder(auth, ready().orderId),
  'cancel-validate': ({ stage: { client, auth, pending } }) => {
    const { orderId, orderItemIds } = pending(1);
    return client.validateCancel(auth, orderId, orderItemIds);
  },
  'reverse-orders': ({ stage: { client, auth, returnAsked } }) => {
    returnAsked();
    return client.listReverseOrders(auth, { pageNo: 1 });
  },
  'reverse-detail': ({ stage: { client, auth, returnAsked } }) =>
    client.getReverseOrder(auth, returnAsked().reverseOrderId),
  'transaction-details': async (rig) => {
    await oldDelivery(rig);
    const { client, auth, now } = rig.stage;
    return client.listTransactions(auth, {
      startDate: day(new Date(now().getTime() - 30 * DAY_MS)),
      endDate: day(now()),
    });
  },
  'payout-status': async (rig) => {
    await oldDelivery(rig);
    const { client, auth, now } = rig.stage;
    return client.listPayouts(auth, day(new Date(now().getTime() - 60 * DAY_MS)));
  },
  'token-create': async ({ stage: { client, code } }) => client.createToken(await code()),
  'token-create-documented': async ({ stage: { client, code } }) => client.createToken(await code()),
  'token-refresh': async ({ stage: { client, refreshToken } }) => client.refreshToken(await refreshToken()),
  'error-illegal-access-token': ({ stage: { client, auth } }) => client.getSeller({ ...auth, accessToken: 'made-up' }),
  'error-api-call-limit': ({ stage: { client, auth, now }, sandbox }) => {
    sandbox.lazada.faults.add({ match: { path: '/orders/get' }, kind: 'throttle', count: 1 });
    return client.listOrders(auth, { createdAfter: now(), sortBy: 'created_at', sortDirection: 'DESC' });
  },
};
