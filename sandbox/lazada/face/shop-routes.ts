import { type Context, Hono } from 'hono';
import type { Seller } from '../entities';
import { buyerOrdersPage } from './buyer-orders-page';
import { type Basket, checkoutPage, QUANTITY_FIELD } from './checkout-page';
import { chooseShop } from './choose-shop';
import type { Face } from './face';
import { goodsPage } from './shop-goods-page';
import { press, readFields, refuse, wholeNumber } from './press';
import { withSeller } from './with-seller';

/** The buyers' side (spec R10.19). */
export function createShopRoutes(face: Face): Hono {
  const app = new Hono();
  const { control } = face;
  app.get('/', (c) => c.html(chooseShop(c, face, 'shop')));
  withSeller(app, face, 'get', '/:sellerId', (c, seller) => c.html(goodsPage(c, seller)));
  withSeller(app, face, 'get', '/:sellerId/checkout', (c, seller) =>
    c.html(checkoutPage(c, seller, basketOf(seller, c.req.query()))),
  );
  withSeller(app, face, 'get', '/:sellerId/orders', (c, seller) => c.html(buyerOrdersPage(c, seller)));
  withSeller(app, face, 'post', '/:sellerId/orders', (c, seller) => placeOrder(c, face, seller));
  wish(app, face, 'pay', 'Đã thanh toán.', ({ orderItemIds: _, ...which }) => control.payOrder(which));
  wish(app, face, 'cancel-request', 'Đã gửi yêu cầu hủy cho người bán.', (which) =>
    control.requestCancel({ ...which, reason: 'Đổi ý' }),
  );
  wish(app, face, 'return', 'Đã gửi yêu cầu trả hàng.', (which) => control.requestReturn(which));
  wish(app, face, 'refund', 'Đã gửi yêu cầu hoàn tiền.', (which) =>
    control.requestReturn({ ...which, kind: 'ONLY_REFUND' }),
  );
  return app;
}

type Which = { sellerId: string; orderId: string; orderItemIds: string[] };

/** A button on some items of an order. */
function wish(app: Hono, face: Face, name: string, done: string, act: (which: Which) => unknown): void {
  withSeller(app, face, 'post', `/:sellerId/orders/:orderId/${name}`, async (c, { sellerId }) => {
    const field = await readFields(c);
    const which = { sellerId, orderId: c.req.param('orderId') ?? '', orderItemIds: field('items').split(',') };
    return press(c, `/shop/${sellerId}/orders`, done, () => void act(which));
  });
}

async function placeOrder(c: Context, { control }: Face, seller: Seller): Promise<Response> {
  const form = await c.req.parseBody();
  const field = await readFields(c);
  const money = (name: string) => wholeNumber(field(name) || '0', name);
  const text = Object.fromEntries(
    ['name', 'phone', 'province', 'district', 'ward', 'address'].map((n) => [n, field(n)]),
  );
  return press(c, `/shop/${seller.sellerId}/orders`, 'Đã đặt hàng.', () => {
    const basket = basketOf(seller, form);
    if (basket.length === 0) refuse('chưa chọn sản phẩm nào.');
    control.placeOrder({
      sellerId: seller.sellerId,
      lines: basket.map(({ sku, quantity }) => ({ sellerSku: sku.sellerSku, quantity })),
      payment: field('payment') === 'cod' ? 'COD' : 'MOMO_WALLET',
      paid: field('payment') === 'paid',
      voucherSeller: money('voucherSeller'),
      voucherPlatform: money('voucherPlatform'),
      shippingFee: money('shippingFee'),
      shippingFeePlatformDiscount: money('shippingFeePlatformDiscount'),
      buyer: text,
    });
  });
}

/** Quantities above zero among the fields of a form or a query. */
function basketOf(seller: Seller, fields: Record<string, unknown>): Basket {
  return Object.entries(fields).flatMap(([name, value]) => {
    const sku = seller.skus.get(Number(QUANTITY_FIELD.exec(name)?.[1]));
    const quantity = Number(value);
    return sku && Number.isInteger(quantity) && quantity > 0 ? [{ sku, quantity }] : [];
  });
}
