import { isDeepStrictEqual } from 'node:util';
import { readIssueTotal } from '@/tests/browser/issues-screen';
import { publishAll, readProductCounts } from '@/tests/browser/products-screen';
import { waitUntilRight } from '@/tests/controls/wait-until';
import type { ExpectedCatalogue } from '@/tests/oracle/expected-catalogue';
import { judgeCatalogue } from '../catalogue-check';
import type { Merchant, Stage } from '../stage';
import { requireThat, type Step, wrongUnless } from '../step';

const LEAST_VARIANTS = 300;

/** The pages are opened once: they must come to the right figures by themselves. */
async function untilScreensSay({ hands }: Merchant, { counts, issues }: ExpectedCatalogue): Promise<void> {
  const tabs = { 'Tất cả': counts.all, 'Đã đồng bộ': counts.synced, 'Đang chờ': 0, Lỗi: counts.issue };
  await hands.open('Sản phẩm');
  await waitUntilRight('Sản phẩm', async () => {
    const said = await readProductCounts(hands.app);
    return wrongUnless(isDeepStrictEqual(said, tabs), `${JSON.stringify(said)}, not ${JSON.stringify(tabs)}`);
  });
  await hands.open('Lỗi');
  await waitUntilRight('Lỗi', async () => {
    const said = await readIssueTotal(hands.app);
    return wrongUnless(said === issues.length, `${said}, not ${issues.length}`);
  });
}

/** Publishes a merchant's whole catalogue and waits until both platforms, the database and the screens are right. */
export async function publishCatalogue(stage: Stage, merchant: Merchant): Promise<string> {
  await merchant.hands.open('Sản phẩm');
  await publishAll(merchant.hands.app);
  let expected: ExpectedCatalogue | undefined;
  const look = async () => {
    const judged = await judgeCatalogue(stage, merchant);
    expected = judged.expected;
    return judged.found;
  };
  const tookMs = await waitUntilRight('the catalogue', look, 60_000);
  const { figures, issues, counts } = expected ?? (await judgeCatalogue(stage, merchant)).expected;
  await untilScreensSay(merchant, { figures, issues, counts });
  const seconds = (tookMs / 1000).toFixed(1);
  return `${counts.all} variants: ${figures.length} linked and equal after ${seconds} s, ${issues.length} in Lỗi`;
}

export const publish: Step = {
  title: 'Đăng lên kênh bán hàng: a whole catalogue with its dirt',
  requirements: 'R2.2–R2.5, R3.2',
  async play(stage) {
    const { products } = await stage.haravan.org(stage.first.account.orgId);
    const variants = products.flatMap((product) => product.variants).length;
    requireThat(variants >= LEAST_VARIANTS, `only ${variants} variants`);
    return publishCatalogue(stage, stage.first);
  },
};
