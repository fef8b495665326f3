import { agreeToPreview, chooseStockWarehouse, save, turnOn, untilSaved } from '@/tests/browser/settings-screen';
import { waitUntilRight } from '@/tests/controls/wait-until';
import type { Merchant, Stage } from '../stage';
import { requireThat, type Step, wrongUnless } from '../step';

type Row = { pushPrice: boolean; pushQuantity: boolean; orderProcessing: string; stockLocationIds: string[] };

async function settingsOf({ database }: Stage, { account }: Merchant): Promise<Row> {
  const sql = `select "pushPrice", "pushQuantity", "orderProcessing", "stockLocationIds" from "Connection" where "sellerId" = $1`;
  const [row] = await database.rows<Row>(sql, [account.seller.sellerId]);
  if (!row) throw new Error('no connection');
  return row;
}

/** Giá and Số lượng on, after what would change was shown (R3.1). @returns what was said */
export async function switchBothOn({ hands }: Merchant): Promise<string> {
  await hands.open('Cấu hình');
  await turnOn(hands.app, 'Giá');
  await turnOn(hands.app, 'Số lượng');
  await save(hands.app);
  const said = await agreeToPreview(hands.app);
  await untilSaved(hands.app);
  return said;
}

async function chooseAndSave(stage: Stage, warehouse: string, expected: string[]): Promise<void> {
  const { hands } = stage.first;
  await chooseStockWarehouse(hands.app, warehouse);
  await save(hands.app);
  await untilSaved(hands.app);
  await waitUntilRight(warehouse, async () => {
    const { stockLocationIds } = await settingsOf(stage, stage.first);
    return wrongUnless(
      String(stockLocationIds) === String(expected),
      `the database has ${stockLocationIds}, not ${expected}`,
    );
  });
}

export const configure: Step = {
  title: 'Cấu hình: Giá, Số lượng; one warehouse, then Kho tổng again',
  requirements: 'R3.1, R3.3, R4.4, R4.5',
  async play(stage) {
    const { haravan, lazada, first } = stage;
    const said = await switchBothOn(first);
    const row = await settingsOf(stage, first);
    requireThat(row.pushPrice && row.pushQuantity, 'the switches are not on in the database');
    requireThat(row.orderProcessing === 'lazada', `orders are processed at ${row.orderProcessing}`);
    const { locations } = await haravan.org(first.account.orgId);
    const main = locations.find((location) => location.is_primary);
    requireThat(main !== undefined, 'no main warehouse');
    await chooseAndSave(stage, main.name, [String(main.id)]);
    await chooseAndSave(stage, 'Kho tổng', []);
    const { items } = await lazada.seller(first.account.seller.sellerId);
    const written = items.flatMap((item) => item.skus).filter((sku) => sku.priceWrites + sku.quantityWrites > 0);
    requireThat(written.length === 0, `${written.length} SKUs were written before anything was published`);
    return `asked first: “${said.slice(0, 40)}…”`;
  },
};
