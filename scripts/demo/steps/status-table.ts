import { waitUntilRight } from '@/tests/controls/wait-until';
import { anythingNotRight, ordersNotRight } from '../catalogue-check';
import { goodsOf } from '../goods';
import type { Step } from '../step';

/** Lazada's steps; every row of the help page's table is passed on one of the two roads (spec R4.2). */
const ROADS = [
  ['packed', 'ready_to_ship', 'shipped', 'delivered'],
  ['packed', 'ready_to_ship', 'shipped', 'failed_delivery', 'shipped_back', 'returned'],
] as const;

export const statusTable: Step = {
  title: 'Orders walk through every row of the status table',
  requirements: 'R4.2',
  async play(stage) {
    const { lazada, first } = stage;
    const { sellerId } = first.account.seller;
    const goods = await goodsOf(stage, first, 2, 2);
    const orders = await Promise.all(
      goods.map(({ sku }, at) =>
        lazada.buy(sellerId, {
          lines: [{ sellerSku: sku.sellerSku, quantity: 2 }],
          payment: at === 0 ? 'COD' : 'MOMO_WALLET',
        }),
      ),
    );
    const look = () => ordersNotRight(stage, first);
    await waitUntilRight('orders at pending', look);
    const longest = Math.max(...ROADS.map((road) => road.length));
    let slowestMs = 0;
    for (let at = 0; at < longest; at++) {
      const steps = orders.flatMap((orderId, road) => {
        const to = ROADS[road]?.[at];
        return to ? [{ orderId, to }] : [];
      });
      for (const { orderId, to } of steps) await lazada.advance(sellerId, orderId, to);
      const tookMs = await waitUntilRight(`orders at ${steps.map(({ to }) => to).join(', ')}`, look);
      slowestMs = Math.max(slowestMs, tookMs);
    }
    await waitUntilRight('stock afterwards', () => anythingNotRight(stage, first));
    const walked = ROADS.reduce((sum, road) => sum + road.length, 0);
    return `${walked} steps of 2 orders, the slowest seen in Haravan after ${(slowestMs / 1000).toFixed(1)} s`;
  },
};
