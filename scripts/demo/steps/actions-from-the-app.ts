import { cancelOrders, makeReadyToShip, printLabels } from '@/tests/browser/orders-screen';
import { waitUntilRight } from '@/tests/controls/wait-until';
import { anythingNotRight, ordersNotRight } from '../catalogue-check';
import { goodsOf } from '../goods';
import type { Stage } from '../stage';
import { requireThat, type Step } from '../step';

const REASON = 'Sourcing Delay';

async function buyThree(stage: Stage): Promise<[string, string, string]> {
  const { sellerId } = stage.first.account.seller;
  const goods = await goodsOf(stage, stage.first, 3, 10);
  const orders = await Promise.all(
    goods.map(({ sku }) => stage.lazada.buy(sellerId, { lines: [{ sellerSku: sku.sellerSku, quantity: 1 }] })),
  );
  const [one, two, three] = orders;
  requireThat(one !== undefined && two !== undefined && three !== undefined, 'three orders expected');
  await waitUntilRight('three new orders', () => ordersNotRight(stage, stage.first));
  return [one, two, three];
}

/** On Lazada as wanted, and Haravan following. */
async function untilBothSides(stage: Stage, what: string, orderIds: readonly string[], status: string): Promise<void> {
  await waitUntilRight(what, async () => {
    const { orders } = await stage.lazada.seller(stage.first.account.seller.sellerId);
    const items = orders.filter(({ orderId }) => orderIds.includes(orderId)).flatMap((order) => order.items);
    const others = items.filter((item) => item.status !== status);
    return [
      ...others.map((item) => `${item.orderItemId} is ${item.status} on Lazada`),
      ...(await ordersNotRight(stage, stage.first)),
    ];
  });
}

async function reasonOf({ database }: Stage, orderId: string): Promise<string | null> {
  const sql = 'select reason from "OrderItem" where "lazadaOrderId" = $1';
  return (await database.rows<{ reason: string | null }>(sql, [orderId]))[0]?.reason ?? null;
}

export const actionsFromTheApp: Step = {
  title: 'Sẵn sàng giao hàng, In đơn hàng, Hủy đơn hàng from the app',
  requirements: 'R4.6',
  async play(stage) {
    const { hands } = stage.first;
    const [one, two, three] = await buyThree(stage);
    await hands.open('Đơn hàng');
    await makeReadyToShip(hands.app, [one, two]);
    await untilBothSides(stage, 'two orders ready to ship', [one, two], 'ready_to_ship');
    await hands.open('Đơn hàng');
    const label = await printLabels(hands, [one]);
    requireThat(label.start === '%PDF-', `the label is ${label.contentType}`);
    await hands.open('Đơn hàng');
    await cancelOrders(hands.app, [three], REASON);
    await untilBothSides(stage, 'the canceled order', [three], 'canceled');
    await untilBothSides(stage, 'the other two', [one, two], 'ready_to_ship');
    const reason = await reasonOf(stage, three);
    requireThat(reason === REASON, `canceled because of ${reason}`);
    await waitUntilRight('stock afterwards', () => anythingNotRight(stage, stage.first));
    return `2 ready at once, a PDF label, 1 canceled for “${REASON}”`;
  },
};
