import { readIssueTotal } from '@/tests/browser/issues-screen';
import { waitUntilRight } from '@/tests/controls/wait-until';
import { codeOf } from '@/tests/oracle/code';
import { catalogueDifferences, judgeCatalogue } from '../catalogue-check';
import type { Stage } from '../stage';
import { requireThat, type Step, wrongUnless } from '../step';

type Mend = { variantId: number; barcode: string; price: number };

async function firstWith(stage: Stage, code: string): Promise<{ id: number; barcode: string | null; price: number }> {
  const { issues } = (await judgeCatalogue(stage, stage.first)).expected;
  const subject = issues.find((issue) => issue.code === code)?.subjectId;
  const { products } = await stage.haravan.org(stage.first.account.orgId);
  const variant = products.flatMap((product) => product.variants).find(({ id }) => String(id) === subject);
  if (!variant) throw new Error(`nothing has ${code}`);
  return { id: variant.id, barcode: variant.barcode, price: Number(variant.price) };
}

/** A SKU that Lazada sells and that no variant bears. */
async function strangerOnLazada({ haravan, lazada, first }: Stage): Promise<string> {
  const { products } = await haravan.org(first.account.orgId);
  const codes = new Set(products.flatMap((product) => product.variants).map(({ barcode }) => codeOf(barcode)));
  const { items } = await lazada.seller(first.account.seller.sellerId);
  const skus = items.flatMap((item) => item.skus).map(({ sellerSku }) => sellerSku);
  const stranger = skus.find((sku) => !codes.has(codeOf(sku)) && skus.filter((other) => other === sku).length === 1);
  if (!stranger) throw new Error('every SKU on Lazada has its variant');
  return stranger;
}

async function mend(stage: Stage): Promise<Mend[]> {
  const { haravan, lazada, first } = stage;
  const missing = await firstWith(stage, 'variant_missing_barcode');
  const unknown = await firstWith(stage, 'seller_sku_not_found');
  const barcode = await strangerOnLazada(stage);
  await haravan.changeVariant(first.account.orgId, missing.id, { barcode });
  const sku = { sellerSku: unknown.barcode ?? '', name: 'Hàng mới tạo trên Lazada', price: 1_000, sellable: 1 };
  await lazada.createSku(first.account.seller.sellerId, sku);
  return [
    { variantId: missing.id, barcode, price: missing.price },
    { variantId: unknown.id, barcode: sku.sellerSku, price: unknown.price },
  ];
}

export const errorsMended: Step = {
  title: 'Errors are mended at their source and leave Lỗi by themselves',
  requirements: 'R2.5, R2.6',
  async play(stage) {
    const { hands } = stage.first;
    await hands.open('Lỗi');
    const before = await readIssueTotal(hands.app);
    const mended = await mend(stage);
    const tookMs = await waitUntilRight('what was mended', () => catalogueDifferences(stage, stage.first));
    const { figures } = (await judgeCatalogue(stage, stage.first)).expected;
    const linked = new Set(figures.map(({ variantId }) => variantId));
    requireThat(
      mended.every(({ variantId }) => linked.has(variantId)),
      'what was mended is not linked',
    );
    // The page is left as it is: it must notice by itself.
    await waitUntilRight('the open page', async () => {
      const now = await readIssueTotal(hands.app);
      return wrongUnless(now === before - mended.length, `Lỗi says ${now}, not ${before - mended.length}`);
    });
    return `${before} → ${before - mended.length} errors, linked and equal after ${(tookMs / 1000).toFixed(1)} s`;
  },
};
