import type { ReceiveOutcome } from '@/src/sync/intake/receive-outcome';
import { answerOf } from '@/src/sync/intake/receive-outcome';
import { CALL_FAULTS } from '../engine/call-faults';
import type { Letter } from '../engine/mail';
import type { Model } from '../engine/model';
import type { Command } from './command';
import { at, shopAt } from './pick';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

const UNTIL_ENDED = 10_000;
/** So many turns may stand still at once; a living one is not left standing over a longer time. */
const MOST_SUSPENDED = 4;
const LONG_MS = 10_000;
/** Who is told that a grant has ended believes it: that is the command `expire`, by which it has. */
const NOT_AUTH = '^(?!.*/(auth|connect)/)';
/** What is in trouble for good is not waited for. */
const MOST_RESTING = 80;

const PATHS = {
  lazada: [
    /sellable\/update/,
    /sellable\/update/,
    /price_quantity/,
    /orders\/get/,
    /orders\/items\/get/,
    /products\/get/,
    /fulfill|package/,
    /cancel/,
    /./,
  ],
  haravan: [
    /\/com\/orders\.json/,
    /\/com\/orders\.json/,
    /inventory_locations/,
    /products/,
    /fulfillments/,
    /transactions|refunds|cancel/,
    /customers/,
    /orders\/\d+\.json/,
    /./,
  ],
} as const;

/** In one piece, without the threads that a Blob is read by. */
const streamOf = (body: string) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(Buffer.from(body));
      controller.close();
    },
  });

/** Turns, time, messages and everything that goes wrong with them. */
export function createEngineHand(model: Model) {
  const { fibers, faults, platforms, time, useCases, now } = model;

  const living = () => fibers.suspended().filter(({ state }) => state === 'waiting');

  async function receive({ message, attempt }: Letter, platform: 'haravan' | 'lazada'): Promise<ReceiveOutcome> {
    const { body, headers } = message.compose(attempt);
    return useCases.intake[platform].receive({ headers: new Headers(headers), body: streamOf(body) });
  }

  async function post(count: number): Promise<number> {
    let posted = 0;
    for (const platform of ['haravan', 'lazada'] as const) {
      for (const letter of platforms.mail[platform].take(now(), count)) {
        posted += 1;
        if (answerOf(await receive(letter, platform)).status !== 200) platforms.mail[platform].again(letter, now());
      }
    }
    return posted;
  }

  async function lookAtRest(): Promise<void> {
    if (fibers.suspended().length === 0 && (await model.canReadAll())) model.lag.rested();
  }

  const finishLiving = async () => {
    for (const fiber of living()) await fibers.resume(fiber, UNTIL_ENDED);
  };

  return {
    post: ({ count }: Of<'post'>) => post(count),
    finishLiving,
    async turn({ n, gates }: Of<'turn'>): Promise<void> {
      if (fibers.suspended().length >= MOST_SUSPENDED) {
        const [oldest] = fibers.suspended();
        if (oldest) return fibers.resume(oldest, UNTIL_ENDED);
      }
      const key = at(await model.candidates(), n);
      if (key) await model.start(key, gates);
    },
    async resume({ n, gates }: Of<'resume'>): Promise<void> {
      const fiber = at(fibers.suspended(), n);
      if (fiber) await fibers.resume(fiber, gates);
    },
    freeze({ n }: Of<'freeze'>): void {
      const fiber = at(living(), n);
      if (fiber) model.freeze(fiber);
    },
    die({ n }: Of<'die'>): void {
      const fiber = at(fibers.suspended(), n);
      if (fiber) model.kill(fiber);
    },
    async time({ ms }: Of<'time'>): Promise<void> {
      if (ms > LONG_MS) await finishLiving();
      await time.pass(ms);
    },
    fault({ platform, on, kind, count }: Of<'fault'>): void {
      const path = at(PATHS[platform], on) ?? /./;
      const method = platform === 'haravan' && on % 9 < 2 ? 'POST' : undefined;
      const named = at(CALL_FAULTS, kind) ?? 'reset';
      faults.add({ platform, path, kind: named, left: count, ...(method === undefined ? {} : { method }) });
    },
    refuse({ platform, on, how, count }: Of<'refuse'>): void {
      const path = at(PATHS[platform], on) ?? /./;
      platforms[platform].faults.add({ match: { path: `${NOT_AUTH}.*(?:${path.source})` }, kind: how, count });
    },
    expire({ s, what }: Of<'expire'>): void {
      const { sellerId, orgId } = shopAt(model, s);
      if (what === 'haravan') platforms.haravan.control.expireTokens(orgId);
      else
        platforms.lazada.control.ageTokens({
          sellerId,
          ...(what === 'access' ? { expireAccess: true } : { expireAccess: true, expireRefresh: true }),
        });
    },
    mail({ platform, lose, duplicate, reorder, delayMs }: Of<'mail'>): void {
      platforms.mail[platform].setModes({ lose, duplicate, reorder, delayMs });
    },
    /** Gives every turn that is due, like a night in which nobody buys; what is in trouble is left to be. */
    async rest({ around = false }: Of<'rest'>): Promise<void> {
      if (!around) await finishLiving();
      for (let turns = 0; turns < MOST_RESTING; turns += 1) {
        await post(1_000);
        const [key] = await model.candidates();
        if (!key) return lookAtRest();
        await model.start(key, UNTIL_ENDED);
      }
    },
    /** Runs what is due until nothing is, without time passing by itself. Answers how many turns that took. */
    async untilNothingIsDue(limit: number): Promise<number> {
      for (let turns = 0; turns < limit; turns += 1) {
        await post(1_000);
        const [key] = await model.candidates();
        if (!key) return turns;
        await model.start(key, UNTIL_ENDED);
      }
      model.fail(`${limit} turns, and more are due at once: ${JSON.stringify((await model.candidates())[0])}`);
      return limit;
    },
  };
}
