import { waitUntilRight } from '@/tests/controls/wait-until';
import { catalogueDifferences } from '../catalogue-check';
import { type Good, goodsOf } from '../goods';
import type { Stage } from '../stage';
import { requireThat, type Step } from '../step';

const BURST = 10;
/** The burst may straddle the moment at which collected changes leave (spec R3.4; design §6). */
const MOST_CALLS = 2;

async function mainWarehouse({ haravan, first }: Stage): Promise<number> {
  const { locations } = await haravan.org(first.account.orgId);
  const main = locations.find((location) => location.is_primary);
  if (!main) throw new Error('no main warehouse');
  return main.id;
}

async function writesOf({ lazada, first }: Stage, { sku }: Good): Promise<number> {
  const { items } = await lazada.seller(first.account.seller.sellerId);
  const all = items.flatMap((item) => item.skus);
  return all.find(({ skuId }) => skuId === sku.skuId)?.quantityWrites ?? 0;
}

export const changesArrive: Step = {
  title: 'Stock and price change in Haravan and arrive on Lazada',
  requirements: 'R3.4',
  async play(stage) {
    const { haravan, first } = stage;
    const { orgId } = first.account;
    const [one, busy] = await goodsOf(stage, first, 2, 4);
    if (!one || !busy) throw new Error('two goods expected');
    const locationId = await mainWarehouse(stage);
    const look = () => catalogueDifferences(stage, first);

    await haravan.setStock({ orgId, locationId, variantId: one.variantId, onHand: 41 });
    await haravan.changeVariant(orgId, one.variantId, { price: one.price + 12_000 });
    const bothMs = await waitUntilRight('a price and a quantity', look);

    const before = await writesOf(stage, busy);
    const place = { orgId, locationId, variantId: busy.variantId };
    for (let at = 1; at <= BURST; at++) await haravan.setStock({ ...place, onHand: 60 + at });
    const burstMs = await waitUntilRight('the last of ten quantities', look);
    const writes = (await writesOf(stage, busy)) - before;
    requireThat(writes >= 1 && writes <= MOST_CALLS, `${BURST} changes within a second made ${writes} writes`);
    return `after ${(bothMs / 1000).toFixed(1)} s; ${BURST} changes at once made ${writes} write in ${(burstMs / 1000).toFixed(1)} s`;
  },
};
