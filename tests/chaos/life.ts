import type { HaravanControls } from '@/tests/controls/haravan-controls';
import type { LazadaControls } from '@/tests/controls/lazada-controls';
import type { HaravanOrg } from '@/tests/oracle/raw-haravan';
import { type Goods, goodsOf } from './goods';
import type { Random } from './random';

type Place = { orgId: string; sellerId: string };
export type Life = {
  /** One thing that a merchant or a buyer does: this one, or one by lot. */
  step(kind?: LifeKind): Promise<void>;
  /** What happened: who finds nothing to buy is not counted. */
  readonly counts: Record<LifeKind, number>;
};
export type LifeKind = 'stock' | 'price' | 'refused' | 'order' | 'shipping';
type Platforms = { haravan: HaravanControls; lazada: LazadaControls };

const ROADS = [
  ['packed', 'ready_to_ship', 'shipped', 'delivered'],
  ['packed', 'ready_to_ship', 'shipped', 'failed_delivery', 'shipped_back', 'returned'],
  ['packed', 'canceled'],
  ['canceled'],
] as const;
const PRICES = [89_000, 129_000, 215_000, 349_000];
const STEPS = ['stock', 'stock', 'price', 'refused', 'order', 'order', 'shipping', 'shipping', 'shipping'] as const;

type Counts = Life['counts'];
type Deeds = Record<LifeKind, () => Promise<boolean>>;

/** What merchants do in Haravan; each answers whether it happened. */
function merchantsDeeds(haravan: HaravanControls, org: HaravanOrg, goods: Goods, random: Random, counts: Counts) {
  const { orgId } = org;
  const locationIds = org.locations.filter((location) => !location.is_unavailable_quantity).map(({ id }) => id);
  const shelf = new Map<string, number>();
  return {
    async stock() {
      const [{ id }, locationId, lot] = [random.pick(goods.free), random.pick(locationIds), random.below(40)];
      // Never the figure that was set last: a change that is none calls nobody.
      const onHand = lot === shelf.get(`${locationId}:${id}`) ? lot + 1 : lot;
      shelf.set(`${locationId}:${id}`, onHand);
      await haravan.setStock({ orgId, locationId, variantId: id, onHand });
      return true;
    },
    async price() {
      // Never the price that it has: a change that is none calls nobody.
      const price = random.pick(PRICES) + 1_000 * counts.price;
      await haravan.changeVariant(orgId, random.pick(goods.free).id, { price });
      return true;
    },
    async refused() {
      const { variantId, price } = random.pick(goods.refused);
      await haravan.changeVariant(orgId, variantId, { price: price + 1_000 * counts.refused });
      return true;
    },
  };
}

/** What buyers and parcels do on Lazada. */
function buyersDeeds(lazada: LazadaControls, sellerId: string, goods: Goods, random: Random) {
  let open: { orderId: string; road: string[] }[] = [];
  return {
    async order() {
      const lines = [{ sellerSku: random.pick(goods.free).barcode ?? '', quantity: 1 + random.below(2) }];
      const payment = random.pick(['COD', 'MOMO_WALLET'] as const);
      // Sold out: no order, as on Lazada.
      const orderId = await lazada.buy(sellerId, { lines, payment }).catch(() => null);
      if (orderId) open.push({ orderId, road: [...random.pick(ROADS)] });
      return orderId !== null;
    },
    async shipping() {
      open = open.filter(({ road }) => road.length > 0);
      const order = open[random.below(open.length)];
      const to = order?.road.shift();
      if (order && to) await lazada.advance(sellerId, order.orderId, to);
      return to !== undefined;
    },
  };
}

/** Edits in Haravan and buyers on Lazada, one after the other: dealt like cards, so that every kind comes as often as it should. */
export async function createLife({ haravan, lazada }: Platforms, { orgId, sellerId }: Place, random: Random) {
  const org = await haravan.org(orgId);
  const goods = goodsOf(org, await lazada.seller(sellerId));
  const counts = { stock: 0, price: 0, refused: 0, order: 0, shipping: 0 };
  const deeds: Deeds = {
    ...merchantsDeeds(haravan, org, goods, random, counts),
    ...buyersDeeds(lazada, sellerId, goods, random),
  };
  let dealt: LifeKind[] = [];
  const deal = (): LifeKind => {
    if (dealt.length === 0) dealt = random.shuffled(STEPS);
    return dealt.pop() ?? 'stock';
  };
  const life: Life = {
    counts,
    async step(kind = deal()) {
      if (await deeds[kind]()) counts[kind] += 1;
    },
  };
  return life;
}
