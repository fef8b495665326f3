import type { Performer } from './commands/perform';
import type { HaravanOrg } from '@/tests/oracle/raw-haravan';
import type { LazadaSeller } from '@/tests/oracle/raw-lazada';
import type { Model, ModelShop } from './engine/model';
import { figureFaults } from './oracle/last-figures';
import { orderFaults } from './oracle/last-orders';
import { shelfFaults } from './oracle/last-stock';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const MOST_TURNS = 400;
/** A little, so that what was collected goes out; the time of a lost answer; then so long that both sides are compared again. */
const ROUNDS = [
  4 * SECOND,
  20 * SECOND,
  2 * MINUTE,
  2 * MINUTE,
  20 * MINUTE,
  65 * MINUTE,
  5 * SECOND,
  65 * MINUTE,
  5 * SECOND,
];
const MOST_ROUNDS = 8;
/** Where every message arrives, figures are equal by then; comparing both sides comes later. */
const PROMPT_ROUNDS = 4;

/** All trouble ends: faults are gone, messages travel, sleeping processes wake, access is granted again. */
async function heal(model: Model, { app, engine }: Performer): Promise<void> {
  const { faults, platforms, shops, fibers } = model;
  faults.clear();
  for (const platform of ['haravan', 'lazada'] as const) {
    platforms[platform].faults.remove();
    platforms.mail[platform].setModes({ lose: false, duplicate: 0, reorder: false, delayMs: 0 });
  }
  for (const fiber of fibers.suspended()) await fibers.resume(fiber, Number.MAX_SAFE_INTEGER);
  await model.late.carryOutAll();
  await engine.untilNothingIsDue(MOST_TURNS);
  for (const { orgId, merchantId } of shops) {
    const merchant = await model.stores.merchants.find(merchantId);
    if (merchant?.tokenState === 'active') continue;
    const { accessToken, expiresInSeconds = 86_400, refreshToken } = platforms.haravan.control.install(orgId);
    const expiresAt = new Date(model.now() + expiresInSeconds * SECOND);
    const tokens = { accessToken, refreshToken: refreshToken ?? null, expiresAt, scope: 'grant_service' };
    await model.stores.merchants.install(
      { orgId, shop: merchant?.shop ?? '', name: '' },
      tokens,
      new Date(model.now()),
    );
  }
  for (const shop of shops) await app.connectShop(shop);
}

/** What was written to the platforms so far. */
const writesOf = ({ platforms }: Model): string => {
  const count = (totals: Record<string, number>, isWrite: (operation: string) => boolean) =>
    Object.entries(totals).reduce((sum, [operation, calls]) => (isWrite(operation) ? sum + calls : sum), 0);
  const haravan = count(platforms.haravan.calls.totals().byOperation, (operation) =>
    /^(POST|PUT|DELETE) \/com/.test(operation),
  );
  const lazada = count(platforms.lazada.calls.totals().byOperation, (operation) =>
    /update|adjust|pack|rts|cancel/.test(operation),
  );
  return `${haravan} ${lazada}`;
};

/** Lets everything come to rest. Both sides being compared again twice without a write to either means that nothing is left to do. */
async function settle(model: Model, { engine }: Performer, isPrompt: boolean): Promise<void> {
  for (const [round, ms] of ROUNDS.entries()) {
    if (isPrompt && round === PROMPT_ROUNDS) await lookForLateFigures(model);
    await engine.time({ do: 'time', ms });
    await engine.untilNothingIsDue(MOST_TURNS);
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = writesOf(model);
    await engine.time({ do: 'time', ms: 65 * MINUTE });
    await engine.untilNothingIsDue(MOST_TURNS);
    await engine.time({ do: 'time', ms: 5 * SECOND });
    await engine.untilNothingIsDue(MOST_TURNS);
    if (writesOf(model) === before) return;
  }
  model.fail('writes go on and on though nothing happens any more');
}

/** No wish is left that nobody will ever fulfill. */
async function leftovers({ stores }: Model, { merchantId, connectionId, sellerId }: ModelShop): Promise<string[]> {
  const left = {
    order: await stores.orders.nextDueAt(merchantId, connectionId),
    action: await stores.actions.nextDueAt(merchantId, connectionId),
    message: await stores.inbox.nextDueAt(merchantId),
    match: await stores.matches.nextDue(merchantId, connectionId),
  };
  return Object.entries(left).flatMap(([what, at]) =>
    at ? [`${sellerId}: a ${what} still waits for ${at.toISOString()}`] : [],
  );
}

async function lookAtShop(model: Model, shop: ModelShop): Promise<string[]> {
  const { platforms, backend, truth } = model;
  const { merchantId, connectionId } = shop;
  const [org] = platforms.haravan.control.state(shop.orgId).orgs as unknown as HaravanOrg[];
  const [seller] = platforms.lazada.control.state(shop.sellerId).sellers as unknown as LazadaSeller[];
  if (!org || !seller) return ['the world is gone'];
  const issues = await backend.openIssues(merchantId);
  const says = {
    links: await backend.links(merchantId, connectionId),
    issues: issues.filter((issue) => issue.connectionId === null || issue.connectionId === connectionId),
    waiting: await backend.waitingPushes(merchantId, connectionId),
  };
  const published = new Set((await backend.published(merchantId, connectionId)).map(Number));
  return [
    ...orderFaults(truth, shop),
    ...figureFaults(truth, shop, { org, seller, published }, says),
    ...(await leftovers(model, shop)),
  ];
}

async function lookForLateFigures(model: Model): Promise<void> {
  for (const shop of model.shops) {
    const late = (await lookAtShop(model, shop)).filter((fault) => / (price|sellable) -?\d+, not /.test(fault));
    for (const fault of late) model.fail(`late: ${fault}`);
  }
}

/** Heals, waits for rest, and has the oracle compare everything. */
export async function finish(model: Model, performer: Performer, isPrompt = false): Promise<void> {
  await heal(model, performer);
  await settle(model, performer, isPrompt);
  for (const shop of model.shops) for (const fault of await lookAtShop(model, shop)) model.fail(fault);
  for (const orgId of model.books.haravan().orgs.keys()) {
    for (const fault of shelfFaults(model.truth, model.ledger, orgId)) model.fail(fault);
  }
}
