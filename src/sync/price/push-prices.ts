import { decidePricePush } from '@/src/domain/price/decide-price-push';
import type { ConnectionView, LazadaAccess } from '../ports/access';
import type { DuePush } from '../ports/stock';
import { inBatches } from '../stock/batches';
import { type Decided, finishBatches } from '../stock/finish-batches';
import type { PushDeps } from '../stock/push-deps';
import { parkedEnd, settledEnd } from '../stock/push-end';
import type { PushTurn } from '../stock/push-turn';
import { readBackBeliefs, readListings } from '../stock/read-listings';
import { namedVariant } from '../stock/refusal-issue';
import type { Settling } from '../stock/settling';
import { sideBySide } from '../stock/side-by-side';
import type { FigureWriter } from '../stock/write-figures';

/** A price that cannot be sent waits for another price; this is a slow second look. */
const INVALID_LOOK_MS = 21_600_000;
const MISSING_LOOK_MS = 600_000;

function priceWriter(deps: PushDeps, auth: LazadaAccess): FigureWriter {
  return {
    write: (writes) =>
      deps.lazada.updatePrices(
        auth,
        writes.map(({ value, ...key }) => ({ ...key, price: value })),
      ),
    async readBack(writes) {
      const read = await readListings(deps.lazada, auth, writes, deps.clock.now());
      return new Map([...read].flatMap(([skuId, { price }]) => (price === null ? [] : [[skuId, price]])));
    },
  };
}

function decidePrice(push: DuePush, price: number | undefined, connection: ConnectionView, now: number): Decided {
  if (price === undefined) {
    const parking = { dueAtMs: now + MISSING_LOOK_MS, blockedBy: 'variant_missing', outcome: 'waiting' as const };
    return { push, kind: 'end', end: parkedEnd(push, parking, { at: now, cause: push.cause }) };
  }
  const believed = push.believed.value ?? 'unknown';
  const decision = decidePricePush({ price, believed, pushPrice: connection.pushPrice, paused: false });
  const explanation = { at: now, cause: push.cause, decision: decision.kind, price, believed: push.believed.value };
  switch (decision.kind) {
    case 'send':
      return { push, kind: 'send', sent: { value: decision.price, owed: 0 }, explanation };
    case 'nothing':
      return { push, kind: 'end', end: settledEnd(push, 'synced', explanation) };
    case 'not_applicable':
      return { push, kind: 'end', end: settledEnd(push, 'not_applicable', explanation) };
    case 'wait': {
      const parking = { dueAtMs: now + MISSING_LOOK_MS, blockedBy: decision.reason, outcome: 'waiting' as const };
      return { push, kind: 'end', end: parkedEnd(push, parking, explanation) };
    }
    case 'invalid': {
      const parking = { dueAtMs: now + INVALID_LOOK_MS, blockedBy: 'price_invalid', outcome: 'issue' as const };
      const facts = { ...namedVariant(push), price, why: decision.why };
      const end = parkedEnd(push, parking, explanation);
      return { push, kind: 'end', end, issue: { code: 'price_invalid', facts } };
    }
  }
}

/** Some batches of prices (spec R3.1, R3.4). Special prices and their dates are never written (design §6). */
export async function pushPrices(deps: PushDeps, turn: PushTurn, settling: Settling): Promise<number> {
  const { due: taken, prices } = await turn.prices.next(turn);
  if (taken.length === 0) return 0;
  const connection = await turn.settingsFor('price');
  if (connection === null) return 0;
  const now = deps.clock.now();
  const auth = await turn.lazada();
  const batches = inBatches(taken, deps.batches.skus);
  const { done, failure } = await sideBySide(batches, (batch) => readBackBeliefs(deps, turn, auth, batch));
  const due = done.flat();
  const gone = due.filter((push) => !prices.has(push.variantId)).map((push) => push.productId);
  await deps.catalogWishes.refreshProducts(turn.merchantId, gone, new Date(now));
  const decided = due.map((push) => decidePrice(push, prices.get(push.variantId), connection, deps.clock.now()));
  const shop = {
    connectionId: connection.id,
    figure: 'price' as const,
    auth,
    writer: priceWriter(deps, auth),
    settling,
  };
  await finishBatches(deps, turn, shop, decided);
  if (failure) throw failure.reason;
  return taken.length;
}
