import { globSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sessionCookieName } from '@/app/session/cookies';
import { sealSession } from '@/app/session/session';
import { startWeb } from '@/scripts/app-processes';
import { demoEnvironment } from '@/scripts/demo-env';
import { freePort } from '@/scripts/local-services/free-port';
import { migrate } from '@/scripts/migrate';
import type { RunningProcess } from '@/scripts/run-process';
import { createScratchDatabase, type ScratchDatabase } from '@/scripts/scratch-database';
import { type App, composeFrom } from '@/src/compose';
import { LANES } from '@/src/domain/lane';
import { rowsOf, type SeededTenant, seedTenant } from './tenants/seeded-tenant';
import { callAction, serverActions } from './tenants/server-actions';
import { ACTION_ARGUMENTS, COMMAND_ARGUMENTS, QUERY_ARGUMENTS, ROUTES } from './tenants/strangers-table';
import { plainTurn } from '@/tests/integration/held-turn';

/** Stands in every text of the other tenant: whoever can read it, reads what is not his. */
const MARK = 'KHACSHOP';
const READY_MS = 60_000;

let scratch: ScratchDatabase;
let web: RunningProcess;
let app: App;
let me: SeededTenant;
let them: SeededTenant;
let appUrl: string;
let theirRows: string;
let cookieOf: (tenant: SeededTenant) => Promise<string>;

// A web app and a database of its own, without workers: nothing but the stranger's attempts can change a row.
beforeAll(async () => {
  const { databaseUrl, redisUrl, dataDir } = inject('running');
  scratch = await createScratchDatabase(databaseUrl);
  await migrate(scratch.url);
  const ports = { web: await freePort(), haravan: await freePort(), lazada: await freePort() };
  const env: Record<string, string> = {
    ...demoEnvironment(dataDir, ports),
    DATABASE_URL: scratch.url,
    REDIS_URL: `${redisUrl}/9`,
  };
  appUrl = env.APP_URL ?? '';
  web = startWeb(env, () => undefined);
  app = composeFrom({ ...env, LOG_LEVEL: 'silent' });
  const seed = { databaseUrl: scratch.url, encryptionKeys: env.ENCRYPTION_KEYS ?? '' };
  me = await seedTenant({ ...seed, orgId: '200000000001', sellerId: '9001', mark: 'cua minh' });
  them = await seedTenant({ ...seed, orgId: '200000000002', sellerId: '9002', mark: MARK });
  cookieOf = async ({ merchantId, orgId, shop }) => {
    const claims = { merchantId, orgId, shop, userId: '1', role: 'owner' as const };
    return `${sessionCookieName(appUrl)}=${await sealSession(claims, env.NEXTAUTH_SECRET ?? '')}`;
  };
  theirRows = await rowsOf(app, them.merchantId);
  await web.waitForLine(/Ready in/, READY_MS);
});
afterAll(async () => {
  await web?.stop();
  await app?.close();
  await scratch?.drop();
});

/** Nothing of theirs has changed, and nothing of mine points to theirs. */
async function expectUntouched(): Promise<void> {
  expect(await rowsOf(app, them.merchantId)).toBe(theirRows);
  // That I asked for a number is mine, whoever's order bears it.
  const mine = (await rowsOf(app, me.merchantId)).replace(/^.*"order_asked".*$/gm, '');
  for (const id of [them.connectionId, them.productId, them.orderId, them.variantId, them.runId]) {
    expect(mine).not.toContain(id);
  }
}

async function get(path: string, tenant: SeededTenant): Promise<string> {
  const response = await fetch(`${appUrl}${path}`, {
    headers: { cookie: await cookieOf(tenant) },
    redirect: 'manual',
  });
  return `${response.status} ${response.headers.get('location') ?? ''} ${await response.text()}`;
}

test('the table of the walk names every route, action, query and command', () => {
  const files = globSync('app/**/{page.tsx,route.ts}').map((file) => file.replace(/^app\//, ''));
  expect(files.sort()).toEqual(Object.keys(ROUTES).sort());
  const actions = serverActions().map(({ name }) => name);
  expect(actions.sort()).toEqual(Object.keys(ACTION_ARGUMENTS).sort());
  expect(Object.keys(app.queries).sort()).toEqual(Object.keys(QUERY_ARGUMENTS).sort());
  expect(Object.keys(commandsOf(app)).sort()).toEqual(Object.keys(COMMAND_ARGUMENTS).sort());
});

test('R7.1 what the stranger looks for can be seen by its owner', async () => {
  for (const file of ['(admin)/page.tsx', '(admin)/products/page.tsx', '(admin)/orders/[id]/page.tsx']) {
    expect(await get(ROUTES[file]?.(them) ?? '', them), file).toContain(MARK);
  }
  expect(JSON.stringify(await app.queries.issues(them.merchantId, them.connectionId, null))).toContain(MARK);
});

test.each(Object.entries(ROUTES))("R7.1 another tenant's ids give nothing at app/%s", async (_file, addressOf) => {
  const answer = await get(addressOf(them), me);
  expect(answer).not.toContain(MARK);
  expect(answer).not.toMatch(/^500/);
});

test('R7.1 no address changed a row of another tenant', expectUntouched);

test("R7.1 server actions do nothing with another tenant's ids", async () => {
  const caller = { appUrl, cookie: await cookieOf(me) };
  for (const action of serverActions()) {
    const answer = await callAction(caller, action, ACTION_ARGUMENTS[action.name]?.(them) ?? []);
    expect(answer, action.name).not.toContain(MARK);
    // 404: the build has no such action, so nothing would have been tried.
    expect(answer, action.name).not.toMatch(/^404/);
    await expectUntouched();
  }
});

test('R7.1 without a session no server action answers', async () => {
  for (const action of serverActions()) {
    const answer = await callAction({ appUrl, cookie: '' }, action, ACTION_ARGUMENTS[action.name]?.(me) ?? []);
    expect(answer, action.name).toMatch(/session_ended/);
  }
});

test.each(Object.entries(QUERY_ARGUMENTS))('R7.1 the query %s shows nothing of another tenant', async (name, given) => {
  const query = app.queries[name as keyof App['queries']] as (...args: unknown[]) => Promise<unknown>;
  const seen = JSON.stringify(await query(me.merchantId, ...given(them)));
  expect(seen ?? '').not.toContain(MARK);
});

type Command = (merchantId: string, ...args: unknown[]) => Promise<unknown>;

function commandsOf({ commands }: App): Record<string, Command> {
  const named = Object.entries(commands).flatMap(([group, one]) =>
    typeof one === 'function'
      ? [[group, one]]
      : Object.entries(one).map(([name, command]) => [`${group}.${name}`, command]),
  );
  return Object.fromEntries(named) as Record<string, Command>;
}

test.each(Object.entries(COMMAND_ARGUMENTS))("R7.1 %s does nothing with another tenant's ids", async (name, given) => {
  const outcome = await commandsOf(app)
    [name]?.(me.merchantId, ...given(them))
    .catch((error: Error) => error.message);
  expect(JSON.stringify(outcome) ?? '').not.toContain(MARK);
  await expectUntouched();
});

test.each(LANES)("R7.1 a job of lane %s with another tenant's connection finds nothing to do", async (lane) => {
  const key = { lane, merchantId: me.merchantId, connectionId: them.connectionId };
  const lease = await app.turns.leases.acquire(`walk_${lane}`, 'walk');
  if (!lease) throw new Error('no lease');
  const outcome = await app.turns
    .handlerOf(key)(plainTurn(key, lease))
    .catch((error: Error) => error.message);
  expect(JSON.stringify(outcome, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain(MARK);
  await expectUntouched();
});
