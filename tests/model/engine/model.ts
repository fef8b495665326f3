import { createIds } from '@/sandbox/core/ids';
import { isPlatformError } from '@/src/clients/http/platform-error';
import type { Stores } from '@/src/compose/stores';
import { answerOf } from '@/src/sync/intake/receive-outcome';
import type { TurnKey } from '@/src/sync/ports/turn';
import { turnKeyText } from '@/src/sync/ports/turn';
import { type Books, createOrderIndex, createUnitIndex, isReadable, type Shop } from '../oracle/books';
import { createLag } from '../oracle/lag';
import { createLedger } from '../oracle/ledger';
import type { Backend, MakeBackend } from './backend';
import { createCallFaults } from './call-faults';
import { createFibers, type Fiber } from './fibers';
import { gated } from './gated';
import { createLateCalls } from './late-calls';
import { createPlatforms } from './platforms';
import { createProduct } from './product';
import { createTime } from './time';
import type { Trace } from './trace';
import { createModelTransport } from './transport';
import { createTurnWork } from './turns';
import { createWriteWatcher } from './watch-writes';
import { TENANTS } from './world-seed';

export type ModelOptions = {
  seed: number;
  makeBackend: MakeBackend;
  /** Puts a store with a defect in the place of a good one: how the test is tested. */
  decorate?(stores: Stores, backend: Backend): Stores;
  trace?: Trace;
};

/** A shop with what the app calls it. */
export type ModelShop = Shop & { merchantId: string; connectionId: string };

const LATENCY_MS = 120;
/** The product gives a write LATE_WRITE_SECONDS (30) after its own patience has ended. */
const LATENESS_MS = 29_000;
const CALM = { stockLocations: [], sharePercent: 100, safetyStock: 0, bound: null };

/** The product, both platforms, time, chance and the oracle, ready to take commands. */
export async function createModel(options: ModelOptions) {
  const { seed, makeBackend, decorate = (stores) => stores } = options;
  const ids = createIds(seed);
  const lots = {
    latency: ids.fork('latency'),
    lateness: ids.fork('lateness'),
    chance: ids.fork('chance'),
    secrets: ids.fork('secrets'),
  };
  // Haravan asks the app before it sends webhooks there; a real look-up of the address would cost real time.
  const platforms = createPlatforms(seed, async (url) => {
    const { status, body } = answerOf(product.useCases.intake.haravan.handshake(new URL(url).searchParams));
    return { status, text: body };
  });
  const { clock } = platforms;
  const now = () => clock.now();
  const startedAt = now();
  const fibers = createFibers(now, () => backend.settled?.());
  const trace =
    options.trace &&
    ((line: string) => options.trace?.(`${now() - startedAt} ${fibers.current()?.name ?? '-'}: ${line}`));
  const faults = createCallFaults();
  const violations: string[] = [];
  const fail = (what: string) => void violations.push(what);
  const counters = { turns: 0, calls: 0, orders: 0, deaths: 0, freezes: 0 };

  const shops: ModelShop[] = TENANTS.flatMap(({ orgId, sellers }) =>
    sellers.map((sellerId) => ({
      ...{ sellerId, orgId, connected: false, grants: [], merchantId: '', connectionId: '' },
      settings: { price: false, quantity: false, ...CALM },
    })),
  );
  const books: Books = { haravan: () => platforms.haravan.store, lazada: () => platforms.lazada.store(), shops };
  const orders = createOrderIndex(books);
  const truth = { books, orders, units: createUnitIndex(books, orders), now };
  const lag = createLag(now);
  const writes = createWriteWatcher({ truth, lag, fibers, now, fail });

  const asked = new Map<string, { key: TurnKey; at: number }>();
  const queue = {
    async request(key: TurnKey, notBefore?: Date) {
      const at = notBefore?.getTime() ?? now();
      const known = asked.get(turnKeyText(key));
      if (!known || known.at > at) asked.set(turnKeyText(key), { key, at });
    },
  };
  const newSecret = () => lots.secrets.text(40);
  const backend = await makeBackend({ clock, newSecret, queue });
  const late = createLateCalls();
  const time = createTime(platforms, late, () => backend.leases);
  const transport = createModelTransport({
    ...{ platforms, late, fibers, faults, watcher: writes.watcher, pass: time.pass },
    latency: () => lots.latency.int(1, LATENCY_MS),
    lateness: () => lots.lateness.int(1, LATENESS_MS),
    counted() {
      counters.calls += 1;
    },
    ...(trace && { trace }),
  });
  const decorated = decorate(backend.stores, backend);
  const stores = Object.fromEntries(
    Object.entries(decorated).map(([name, store]) => [name, gated<object>(name, store, fibers, trace)]),
  ) as Stores;

  /** What no platform's trouble explains is a defect, whether a turn threw it or only logged it. */
  function defect(what: string, error: unknown): void {
    const kind = isPlatformError(error) ? error.kind : null;
    if (kind !== null && kind !== 'rejected' && kind !== 'not_found') return;
    // A guard that did its work: the order is looked for before it is created again.
    if (error instanceof Error && error.message.startsWith('the process slept')) return;
    fail(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  const log = {
    info: () => {},
    warn: () => {},
    error: (facts: Record<string, unknown>, message: string) => defect(message, facts.err ?? facts.reason),
  };
  const product = createProduct({
    ...{ stores, transport, queue, log, clock, newSecret, pass: time.pass },
    random: () => lots.chance.next(),
  });
  const { useCases, handlers } = product;
  const runTurn = createTurnWork({ backend, fibers, time, now, handlers, renewAccess: useCases.renewAccess, defect });

  async function work(fiber: Fiber, key: TurnKey): Promise<void> {
    counters.turns += 1;
    const shop = shops.find((one) => one.connectionId === key.connectionId) ?? null;
    writes.turnBegins(fiber.id, shop);
    const startedAt = now();
    const ending = await runTurn(fiber, key);
    const clean = ending === 'done' && !fiber.disturbed;
    const turn = { id: fiber.id, lane: key.lane, sellerId: shop?.sellerId ?? null, startedAt, endedAt: now(), clean };
    writes.turnEnds(turn, late.waiting() > 0);
  }

  return {
    ...{
      platforms,
      clock,
      now,
      fibers,
      faults,
      books,
      truth,
      lag,
      writes,
      backend,
      time,
      useCases,
      shops,
      violations,
      counters,
    },
    ...{ stores: decorated, late, fail, ledger: createLedger(books) },
    /** Turns that a sweep or the queue would give, in a stable order. */
    async candidates(): Promise<TurnKey[]> {
      const due = await backend.findDue(new Date(now()), 1_000);
      const known = new Set(due.map(turnKeyText));
      const requested = [...asked.values()].filter(({ key, at }) => at <= now() && !known.has(turnKeyText(key)));
      return [...due, ...requested.map(({ key }) => key)];
    },
    /** Every shop is connected, and nobody refuses the app. */
    async canReadAll(): Promise<boolean> {
      const merchants = await Promise.all(shops.map(({ merchantId }) => decorated.merchants.find(merchantId)));
      return (
        shops.every((shop) => isReadable(shop, now())) &&
        merchants.every((merchant) => merchant?.tokenState === 'active')
      );
    },
    start(key: TurnKey, gates: number): Promise<Fiber> {
      asked.delete(turnKeyText(key));
      return fibers.start(turnKeyText(key), gates, (fiber) => work(fiber, key));
    },
    kill(fiber: Fiber): void {
      counters.deaths += 1;
      fibers.kill(fiber);
      time.letGo(fiber);
      const turn = { id: fiber.id, lane: '', sellerId: null, startedAt: fiber.startedAt, endedAt: now(), clean: false };
      writes.turnEnds(turn, late.waiting() > 0);
    },
    freeze(fiber: Fiber): void {
      counters.freezes += 1;
      fiber.state = 'frozen';
      fiber.disturbed = true;
    },
    async close(): Promise<void> {
      platforms.close();
      await backend.close();
    },
  };
}

export type Model = Awaited<ReturnType<typeof createModel>>;
