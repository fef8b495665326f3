import type { HaravanControls } from '@/tests/controls/haravan-controls';
import type { LazadaControls } from '@/tests/controls/lazada-controls';
import type { Random } from './random';

type Place = { orgId: string; sellerId: string };
export type Life = {
  /** One thing that a merchant or a buyer does. */
  step(): Promise<void>;
  readonly counts: Record<'stock' | 'price' | 'order' | 'shipping', number>;
};
type Platforms = { haravan: HaravanControls; lazada: LazadaControls };

const ROADS = [
  ['packed', 'ready_to_ship', 'shipped', 'delivered'],
  ['packed', 'ready_to_ship', 'shipped', 'failed_delivery', 'shipped_back', 'returned'],
  ['packed', 'canceled'],
  ['canceled'],
] as const;
const PRICES = [89_000, 129_000, 215_000, 349_000];

/** Edits in Haravan and buyers on Lazada, one after the other, chosen by the generator. */
export async function createLife({ haravan, lazada }: Platforms, { orgId, sellerId }: Place, random: Random) {
  const org = await haravan.org(orgId);
  const seller = await lazada.seller(sellerId);
  // Where Lazada refuses some prices, the oracle cannot tell from the end alone what was right to write before.
  const skus = seller.items.flatMap((item) => item.skus).filter(({ priceRange }) => priceRange === null);
  const sold = new Set(skus.map(({ sellerSku }) => sellerSku));
  const variants = org.products
    .flatMap(({ variants: all }) => all)
    .filter(({ barcode }) => barcode && sold.has(barcode));
  const locationIds = org.locations.filter((location) => !location.is_unavailable_quantity).map(({ id }) => id);
  const counts = { stock: 0, price: 0, order: 0, shipping: 0 };
  const open: { orderId: string; road: string[] }[] = [];

  const does: Record<keyof typeof counts, () => Promise<void>> = {
    async stock() {
      const { id } = random.pick(variants);
      await haravan.setStock({ orgId, locationId: random.pick(locationIds), variantId: id, onHand: random.below(40) });
    },
    price: () => haravan.changeVariant(orgId, random.pick(variants).id, { price: random.pick(PRICES) }),
    async order() {
      const lines = [{ sellerSku: random.pick(variants).barcode ?? '', quantity: 1 + random.below(2) }];
      const payment = random.pick(['COD', 'MOMO_WALLET'] as const);
      // Sold out: no order, as on Lazada.
      const orderId = await lazada.buy(sellerId, { lines, payment }).catch(() => null);
      if (orderId) open.push({ orderId, road: [...random.pick(ROADS)] });
    },
    async shipping() {
      const order = open[random.below(Math.max(1, open.length))];
      const to = order?.road.shift();
      if (order && to) await lazada.advance(sellerId, order.orderId, to);
    },
  };

  const kinds = ['stock', 'stock', 'price', 'order', 'order', 'shipping', 'shipping', 'shipping'] as const;
  const life: Life = {
    counts,
    async step() {
      const kind = random.pick(kinds);
      await does[kind]();
      counts[kind] += 1;
    },
  };
  return life;
}
