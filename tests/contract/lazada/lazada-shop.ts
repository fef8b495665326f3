import type { LazadaSandbox } from '@/sandbox/lazada/sandbox';
import { LAZADA } from '../contract-seed';
import type { LazadaStage, OrderAt } from './lazada-place';

const { sellerId, blackSku } = LAZADA;

const known = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new RangeError(`the sandbox has no ${what}`);
  return found;
};

/** The shop's books in the sandbox. */
export function readBooks({ control }: LazadaSandbox) {
  const shop = () => known(control.state(sellerId).sellers[0], 'shop');
  const order = (orderId: string) =>
    known(
      shop().orders.find((one) => one.orderId === orderId),
      `order ${orderId}`,
    );
  const linesOf = (reverseOrderId: string) =>
    known(
      shop().reverses.find((one) => one.reverseOrderId === reverseOrderId),
      `return ${reverseOrderId}`,
    ).lines;
  return {
    packageOf: (orderId: string) => known(order(orderId).items[0]?.packageId || undefined, `package of ${orderId}`),
    linesOf,
    statuses: (orderId: string) => order(orderId).items.map((item) => item.status),
    returnStates: (reverseOrderId: string) => linesOf(reverseOrderId).map((line) => line.state),
    figures(skuId: string) {
      const skus = shop().items.flatMap((item) => item.skus);
      const { price, sellable } = known(
        skus.find((sku) => String(sku.skuId) === skuId),
        `SKU ${skuId}`,
      );
      return { price, sellable };
    },
  };
}

type Makers = Pick<LazadaStage, 'pending' | 'packed' | 'ready' | 'cancelAsked' | 'returnAsked'>;

/** Buyers, carriers and the seller in the Seller Center: whatever an operation needs to be there before. */
export function createMakers(sandbox: LazadaSandbox): Makers {
  const { control } = sandbox;
  const books = readBooks(sandbox);
  const pending: Makers['pending'] = (units = 1, sellerSku = blackSku) =>
    control.placeOrder({ sellerId, lines: [{ sellerSku, quantity: units }], payment: 'COD' });
  const brought = (
    statuses: readonly ('packed' | 'ready_to_ship' | 'shipped' | 'delivered')[],
    sellerSku?: string,
  ): OrderAt => {
    const order = pending(1, sellerSku);
    for (const to of statuses) control.advanceOrder({ sellerId, orderId: order.orderId, to });
    return order;
  };
  const withPackage = (order: OrderAt) => ({ ...order, packageId: books.packageOf(order.orderId) });
  return {
    pending,
    packed: (sellerSku) => withPackage(brought(['packed'], sellerSku)),
    ready: (sellerSku) => withPackage(brought(['packed', 'ready_to_ship'], sellerSku)),
    cancelAsked() {
      const order = pending();
      return { ...order, reverseOrderId: control.requestCancel({ sellerId, orderId: order.orderId }) };
    },
    returnAsked(kind = 'RETURN') {
      const order = brought(['packed', 'ready_to_ship', 'shipped', 'delivered']);
      const reverseOrderId = control.requestReturn({ sellerId, orderId: order.orderId, kind });
      const reverseOrderLineIds = books.linesOf(reverseOrderId).map((line) => line.reverseLineId);
      return { ...order, reverseOrderId, reverseOrderLineIds };
    },
  };
}
