import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntilRight } from '@/tests/controls/wait-until';
import { anythingNotRight } from '../catalogue-check';
import { goodsOf } from '../goods';
import { requireThat, type Step } from '../step';

/** Long enough for a change to have arrived if it could. */
const WAITED_MS = 3_000;

export const accessLapses: Step = {
  title: 'Access lapses; Làm mới quyền truy cập; what waited is done',
  requirements: 'R1.4',
  async play(stage) {
    const { haravan, lazada, first } = stage;
    const { orgId, seller } = first.account;
    const [good] = await goodsOf(stage, first, 1, 6);
    if (!good) throw new Error('a good expected');
    await first.hands.open('Tổng quan');
    await lazada.endAccess(seller.sellerId);
    await lazada.buy(seller.sellerId, { lines: [{ sellerSku: good.sku.sellerSku, quantity: 1 }] });
    await haravan.changeVariant(orgId, good.variantId, { price: good.price + 7_000 });
    // The open page shows the banner without being asked.
    await first.hands.app.getByText('Kết nối hết hạn', { exact: true }).waitFor({ timeout: 60_000 });
    await sleep(WAITED_MS);
    const waiting = await anythingNotRight(stage, first);
    requireThat(waiting.length > 0, 'work was done without access');
    await first.hands.renewAccess();
    const tookMs = await waitUntilRight('what waited', () => anythingNotRight(stage, first));
    await first.hands.app.getByText('Kết nối hết hạn', { exact: true }).waitFor({ state: 'hidden' });
    return `${waiting.length} things waited, all done ${(tookMs / 1000).toFixed(1)} s after the click`;
  },
};
