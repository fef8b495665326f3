import type { Screen } from '@/tests/browser/merchant-browser';
import { waitUntilRight } from '@/tests/controls/wait-until';
import { anythingNotRight, ordersNotRight } from '../catalogue-check';
import { goodsOf } from '../goods';
import type { Stage } from '../stage';
import { requireNone, type Step } from '../step';
import { switchBothOn } from './configure';
import { publishCatalogue } from './publish';

const SCREENS: readonly Screen[] = ['Tổng quan', 'Sản phẩm', 'Đơn hàng', 'Lỗi', 'Cấu hình'];

/** Names that only the first merchant's data hold. */
async function secretsOfFirst({ haravan, first, second }: Stage): Promise<string[]> {
  const mine = await haravan.org(first.account.orgId);
  const theirs = await haravan.org(second.account.orgId);
  const shared = new Set(theirs.products.map((product) => product.title));
  const titles = mine.products.map((product) => product.title).filter((title) => !shared.has(title));
  return [...titles, ...mine.orders.map((order) => order.name), first.account.seller.name];
}

async function seenBySecond(stage: Stage): Promise<string[]> {
  const secrets = await secretsOfFirst(stage);
  const { hands } = stage.second;
  const seen: string[] = [];
  for (const screen of SCREENS) {
    await hands.open(screen);
    const text = (await hands.app.locator('body').textContent()) ?? '';
    seen.push(...secrets.filter((secret) => text.includes(secret)).map((secret) => `${screen} shows ${secret}`));
  }
  return seen;
}

export const secondMerchant: Step = {
  title: 'A second merchant does the same beside the first',
  requirements: 'R7.1',
  async play(stage) {
    const { lazada, first, second } = stage;
    await second.hands.install();
    await second.hands.connect();
    await switchBothOn(second);
    const [good] = await goodsOf(stage, first, 1, 7);
    if (!good) throw new Error('a good expected');
    const beside = { lines: [{ sellerSku: good.sku.sellerSku, quantity: 1 }] };
    const [published] = await Promise.all([
      publishCatalogue(stage, second),
      lazada
        .buy(first.account.seller.sellerId, beside)
        .then(() => waitUntilRight("the first merchant's order", () => ordersNotRight(stage, first))),
    ]);
    const [own] = await goodsOf(stage, second, 1);
    if (!own) throw new Error('a good expected');
    await lazada.buy(second.account.seller.sellerId, { lines: [{ sellerSku: own.sku.sellerSku, quantity: 1 }] });
    await waitUntilRight("the second merchant's order", () => anythingNotRight(stage, second));
    await waitUntilRight('the first merchant', () => anythingNotRight(stage, first));
    requireNone('What the second merchant sees', await seenBySecond(stage));
    return `${published}; nothing of the first on 5 screens`;
  },
};
