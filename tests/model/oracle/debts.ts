import type { Shop, Sku } from './books';
import type { Offers } from './offers';

/** What is over-offered because of an order inside a write's window, until it is corrected. */
export type Debt = {
  sku: Sku;
  shop: Shop;
  since: number;
  writer: number /** The order is known from here on. */;
  knownAt: number | null;
};

/** As the oracle needs to know a turn. `clean`: it ended well and nothing disturbed it. */
export type EndedTurn = {
  id: number;
  lane: string;
  sellerId: string | null;
  startedAt: number;
  endedAt: number;
  clean: boolean;
};

const POLL_MS = 61_000;
/** Changes of one SKU are collected so long (spec R3.4). */
const COLLECTED_MS = 3_100;

/**
 * The next turn must correct what slipped in: once the feed was read after the write (by the end of the turn that wrote, or by the
 * next poll), an undisturbed stock turn that begins when changes have been collected leaves nothing over-offered.
 */
export function createDebts(offers: Offers, shopsOf: (orgId: string) => readonly Shop[]) {
  let debts: Debt[] = [];
  const polled = new Map<Debt, Set<string>>();

  /** A SKU that nobody feeds any more, by a fresh look at both catalogs, is the merchant's to set to 0 (spec R2.6). */
  const isOver = ({ sku, shop }: Debt) =>
    !shop.connected ||
    !offers.isFed(shop, sku) ||
    !shop.settings.quantity ||
    sku.campaignLock > 0 ||
    sku.sellable <= offers.mostNow(shop, sku);

  function learns(debt: Debt, turn: EndedTurn): void {
    if (debt.knownAt !== null || !turn.clean) return;
    if (turn.id === debt.writer) debt.knownAt = turn.endedAt;
    if (turn.lane !== 'orders' || turn.sellerId === null || turn.startedAt < debt.since + POLL_MS) return;
    const shops = polled.get(debt) ?? new Set();
    polled.set(debt, shops.add(turn.sellerId));
    const active = shopsOf(debt.shop.orgId).filter((shop) => shop.connected);
    if (active.every(({ sellerId }) => shops.has(sellerId))) debt.knownAt = turn.endedAt;
  }

  return {
    add(debt: Omit<Debt, 'knownAt'>): void {
      debts = debts.filter((one) => one.sku !== debt.sku);
      debts.push({ ...debt, knownAt: null });
    },
    /** Answers what this turn should have corrected and did not. */
    after(turn: EndedTurn): Debt[] {
      debts = debts.filter((debt) => !isOver(debt));
      const corrects = (debt: Debt) =>
        turn.clean && turn.lane === 'stock' && turn.sellerId === debt.shop.sellerId && debt.knownAt !== null;
      const left = debts.filter((debt) => corrects(debt) && turn.startedAt >= (debt.knownAt ?? 0) + COLLECTED_MS);
      for (const debt of debts) learns(debt, turn);
      return left;
    },
    open: () => debts.length,
  };
}
