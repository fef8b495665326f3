import { codeOf } from '@/tests/oracle/code';
import { bearersOf, sellerOf, shopsOf, type Shop, type ShopSettings, type Sku, type Variant } from './books';
import type { Lag } from './lag';
import { type Truth, trulySellable } from './truly-sellable';

/**
 * Nothing is offered that was sold already (spec R3.5), judged at every write of a quantity that reaches Lazada.
 *
 * A write is an *offer* when it raises what buyers can buy. It is right when its figure is not above what was *truly sellable* at
 * some moment of its *window*: from the moment the stock that it was computed from was read at Haravan, through the reading of the
 * order feeds, to the moment it takes effect on Lazada. Truly sellable at a moment is: what Haravan has available at the shop's
 * warehouses, less every unit that any shop of the merchant sold on Lazada, was not called off, and is not counted by that very
 * figure (unpaid, not imported, committed elsewhere), then spec R3.2's table and the shop's policy. A unit called off within the
 * window may be added, since stock and feed are read one after the other. Figures, settings and flags are the platforms' and the
 * merchant's own; only what the mirror of the catalogs says may lag behind: codes, names, and whether a variant may be sold
 * without stock.
 *
 * A write that was right at an earlier moment of its window but is not when it takes effect offers what an order placed inside the
 * window had just bought. Nobody can know of that order; such writes are counted, and the next turn must correct them.
 */
export type Window = {
  readonly fiberId: number;
  readonly shop: Shop;
  readonly variantIds: ReadonlySet<number>;
  /** The most that was right so far, by SKU. */
  readonly most: Map<number, number>;
  /** Those that were in force since the turn read them, right before its batch. */
  readonly settings: Set<ShopSettings>;
  readonly openedAt: number;
  /** Whose shelf the merchant took from since it opened. */
  readonly taken: Set<number>;
};

/**
 * `allowed`: the most that was right in the window; `present`: when the write took effect; `wasTaken`: the merchant took units from the
 * shelf meanwhile. That sells nothing twice, and the app hears of it when Haravan tells.
 */
export type Verdict = { allowed: number; present: number; wasTaken: boolean };

const SECOND_MS = 1_000;

export function createOffers(truth: Truth, lag: Lag, now: () => number) {
  const { books } = truth;
  let windows: Window[] = [];
  /** Settings that were replaced, and when. */
  const past: { shop: Shop; settings: ShopSettings; until: number }[] = [];

  function variantsBehind(shop: Shop, sku: Sku): Variant[] {
    const codes = [codeOf(sku.sellerSku), ...lag.names(sku)].flatMap((code) => code ?? []);
    return codes.flatMap((code) => [...bearersOf(books, shop.orgId, code), ...lag.bearers(shop.orgId, code)]);
  }

  function most(shop: Shop, variants: readonly Variant[], settings: Iterable<ShopSettings>): number {
    let found = 0;
    for (const variant of variants) {
      // Haravan keeps no count of it, or the merchant sells it without stock: there is nothing to exceed.
      if (!variant.tracked || lag.mayBeUntracked(variant.id)) return Number.POSITIVE_INFINITY;
      if (variant.policy === 'continue' || lag.mayBeSoldWithoutStock(variant.id)) return Number.POSITIVE_INFINITY;
      for (const one of settings) found = Math.max(found, trulySellable(truth, { ...shop, settings: one }, variant));
    }
    return found;
  }

  const mostNow = (shop: Shop, sku: Sku) => most(shop, variantsBehind(shop, sku), [shop.settings]);

  function sample({ shop, variantIds, most: best, settings }: Window): void {
    for (const sku of sellerOf(books, shop.sellerId).skus.values()) {
      const asked = variantsBehind(shop, sku).filter(({ id }) => variantIds.has(id));
      if (asked.length > 0) best.set(sku.skuId, Math.max(best.get(sku.skuId) ?? 0, most(shop, asked, settings)));
    }
  }

  function calledOffSince(orgId: string, sku: Sku, openedAt: number): number {
    const code = codeOf(sku.sellerSku);
    const since = Math.floor(openedAt / SECOND_MS) * SECOND_MS;
    return shopsOf(books, orgId)
      .flatMap(({ sellerId }) =>
        [...sellerOf(books, sellerId).orders.values()].filter((order) => order.updatedAt >= since),
      )
      .flatMap((order) => order.items)
      .filter((item) => item.status === 'canceled' && item.statusAt >= since && codeOf(item.sellerSku) === code).length;
  }

  return {
    /** `since`: when the figures of the batch before left, or the turn began. */
    open(fiberId: number, shop: Shop, variantIds: readonly number[], since: number): Window {
      const replaced = past.filter((one) => one.shop === shop && one.until >= since).map((one) => one.settings);
      const settings = new Set([...replaced, shop.settings]);
      const asked = { variantIds: new Set(variantIds), most: new Map(), taken: new Set<number>() };
      const window = { ...asked, fiberId, shop, settings, openedAt: now() };
      windows.push(window);
      sample(window);
      return window;
    },
    close(fiberId: number): void {
      windows = windows.filter((window) => window.fiberId !== fiberId);
    },
    /**
     * In which a figure of this SKU that leaves now was computed: the last of the turn in which the variants behind it were asked
     * for. A batch is read by several calls, and a figure may still be on its way when the next batch is read.
     */
    ofFigure(fiberId: number, shop: Shop, sku: Sku): Window[] {
      const mine = windows.filter((window) => window.fiberId === fiberId && window.shop === shop);
      const last = variantsBehind(shop, sku).flatMap(
        ({ id }) => mine.findLast(({ variantIds }) => variantIds.has(id)) ?? [],
      );
      return [...new Set(last)];
    },
    /** Something of this merchant's changed, on either platform. */
    changed(orgId: string): void {
      for (const window of windows) if (window.shop.orgId === orgId) sample(window);
    },
    took(variantId: number): void {
      for (const window of windows) window.taken.add(variantId);
    },
    /** After the merchant saved others than `before`. */
    saved(shop: Shop, before: ShopSettings): void {
      past.push({ shop, settings: before, until: now() });
      for (const window of windows) if (window.shop === shop) window.settings.add(shop.settings);
    },
    /** Judges a figure that has just taken effect. No windows: nothing was read for it. */
    judge(computedIn: readonly Window[], shop: Shop, sku: Sku): Verdict {
      computedIn.forEach(sample);
      const present = mostNow(shop, sku);
      const most = computedIn.map((window) => window.most.get(sku.skuId) ?? 0);
      const openedAt = Math.min(...computedIn.map((window) => window.openedAt));
      const off = computedIn.length > 0 ? calledOffSince(shop.orgId, sku, openedAt) : 0;
      const wasTaken = variantsBehind(shop, sku).some(({ id }) => computedIn.some(({ taken }) => taken.has(id)));
      return { present, allowed: Math.max(present, ...most) + off, wasTaken };
    },
    mostNow,
    /** One variant bears its code now: who bears none, or one that repeats, feeds nothing (spec R2.3). */
    isFed: (shop: Shop, sku: Sku): boolean => {
      const code = codeOf(sku.sellerSku);
      return code !== null && bearersOf(books, shop.orgId, code).length === 1;
    },
  };
}

export type Offers = ReturnType<typeof createOffers>;
