import { sellerOf, type Shop, shopsOf, type Sku } from '../oracle/books';
import { createDebts, type EndedTurn } from '../oracle/debts';
import type { Lag } from '../oracle/lag';
import { createOffers, type Window } from '../oracle/offers';
import type { Truth } from '../oracle/truly-sellable';
import type { Fibers } from './fibers';
import type { CallWatcher, PlatformCall } from './transport';

type Parts = { truth: Truth; lag: Lag; fibers: Fibers; now(): number; fail(what: string): void };

/** A figure that left, and in which windows it was computed. */
type Sent = { sku: Sku; shop: Shop; windows: Window[] };
type Before = Sent & { sellable: number; writes: number };

const QUANTITY_PATH = /\/product\/stock\/sellable\//;
const LAZADA_WRITE = /\/(product\/stock|product\/price|order\/(fulfill|package|cancel|reverse))/;

/** The SKUs that a quantity write names, whatever it is wrapped in. */
function skuIdsOf({ query, body }: PlatformCall): number[] {
  const text = decodeURIComponent(`${query}&${body}`.replaceAll('+', ' '));
  return [...text.matchAll(/SkuId\W+(\d+)/g)].map(([, id]) => Number(id));
}

/** How long before the write its stock was read. */
const ageAt = (now: () => number) => (windows: readonly Window[]) =>
  windows.map(({ openedAt }) => `stock read ${now() - openedAt} ms before`).join(', ') || 'no stock read';

/** Stands at the wire and has the oracle judge every quantity that reaches Lazada. */
export function createWriteWatcher({ truth, lag, fibers, now, fail }: Parts) {
  const { books } = truth;
  const age = ageAt(now);
  const offers = createOffers(truth, lag, now);
  const debts = createDebts(offers, (orgId) => shopsOf(books, orgId));
  const counters = { oversoldInWindow: 0, quantityWrites: 0 };
  /** `since`: when the last figures left, or the turn began; the settings of the next batch are read after that. */
  const turns = new Map<number, { shop: Shop; since: number }>();
  const ended: number[] = [];

  function find(skuId: number): { shop: Shop; sku: Sku } | null {
    for (const shop of books.shops) {
      const sku = sellerOf(books, shop.sellerId).skus.get(skuId);
      if (sku) return { shop, sku };
    }
    return null;
  }

  function openWindow({ query }: PlatformCall): void {
    const fiberId = fibers.current()?.id ?? 0;
    const turn = turns.get(fiberId);
    const ids = (new URLSearchParams(query).get('variant_ids') ?? '').split(',').map(Number);
    if (turn) offers.open(fiberId, turn.shop, ids, turn.since);
  }

  function figuresOf(call: PlatformCall): Sent[] {
    const fiberId = fibers.current()?.id ?? 0;
    const turn = turns.get(fiberId);
    if (turn) turn.since = now();
    return skuIdsOf(call).flatMap((id) => {
      const found = find(id);
      return found ? [{ ...found, windows: offers.ofFigure(fiberId, found.shop, found.sku) }] : [];
    });
  }

  function judge({ sku, shop, sellable, writes, windows }: Before): void {
    if (sku.quantityWrites === writes) return;
    counters.quantityWrites += 1;
    if (sku.sellable <= sellable) return;
    const { allowed, present, wasTaken } = offers.judge(windows, shop, sku);
    if (sku.sellable > allowed) {
      fail(
        `oversold: ${shop.sellerId} ${sku.sellerSku} raised from ${sellable} to ${sku.sellable}, ${allowed} were left (${age(windows)})`,
      );
    }
    if (sku.sellable <= present || wasTaken) return;
    counters.oversoldInWindow += 1;
    // A process that slept in the middle of its call is corrected when both sides are compared, not by the next turn.
    if (!fibers.current()?.disturbed) debts.add({ sku, shop, since: now(), writer: fibers.current()?.id ?? 0 });
  }

  const watcher: CallWatcher<Sent[], Before[]> = {
    sent: (call) => (call.platform === 'lazada' && QUANTITY_PATH.test(call.path) ? figuresOf(call) : []),
    before(call, sent) {
      if (call.platform === 'haravan' && call.path.startsWith('/com/inventory_locations')) openWindow(call);
      return sent.map((one) => ({ ...one, sellable: one.sku.sellable, writes: one.sku.quantityWrites }));
    },
    after(call, before) {
      const writes = call.platform === 'haravan' ? call.method !== 'GET' : LAZADA_WRITE.test(call.path);
      if (writes) for (const orgId of books.haravan().orgs.keys()) offers.changed(orgId);
      before.forEach(judge);
    },
  };

  return {
    ...{ watcher, offers, counters },
    turnBegins: (fiberId: number, shop: Shop | null) => void (shop && turns.set(fiberId, { shop, since: now() })),
    /** `mayComeLate`: a call of some turn may still take effect. */
    turnEnds(turn: EndedTurn, mayComeLate: boolean): void {
      turns.delete(turn.id);
      ended.push(turn.id);
      if (!mayComeLate) for (const id of ended.splice(0)) offers.close(id);
      for (const { sku, shop } of debts.after(turn)) {
        fail(
          `not corrected: ${shop.sellerId} ${sku.sellerSku} still offers ${sku.sellable}, ${offers.mostNow(shop, sku)} are left`,
        );
      }
    },
  };
}
