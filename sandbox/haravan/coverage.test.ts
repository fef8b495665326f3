import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { createClock } from '../core/clock';
import { createDeliveries } from '../core/deliveries';
import { createIds } from '../core/ids';
import { createAdminRoutes } from './admin/admin-routes';
import { createBucket } from './bucket';
import { createConnectRoutes } from './connect/connect-routes';
import { createHaravanControl } from './control/haravan-control';
import { coverageFigures } from './coverage';
import { COVERAGE } from './coverage-table';
import { HARAVAN_DELIVERY } from './delivery-policy';
import { createEvents } from './events';
import type { Platform } from './platform';
import { createRestApi } from './rest-api';
import { createStore } from './store';
import { type CalledOperation, calledOperations, reaches } from './testing/called-operations';

function platform(): Platform {
  const [clock, ids, store] = [createClock(), createIds(1), createStore()];
  const deliveries = createDeliveries({ clock, ids, policy: HARAVAN_DELIVERY });
  const app = { clientId: '', clientSecret: '', verifyToken: '', url: '', redirectUris: [] };
  const events = createEvents({ deliveries, clientSecret: '', store });
  const wire = { askApp: async () => null, publicUrl: () => '' };
  return { clock, ids, lots: ids, app, store, bucket: createBucket(clock), events, ...wire };
}

const routesOf = ({ routes }: { routes: { method: string; path: string }[] }) => [
  ...new Set(routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)),
];
const isCall = (route: string) => /^\w+ \/(com|web|api|shops)\//.test(route);

it('the table claims what is registered, and every REST call that is registered is in the table', () => {
  const parts = platform();
  const rest = routesOf(createRestApi(parts));
  const pages = routesOf(
    new Hono()
      .route('/', createConnectRoutes(parts))
      .route('/', createAdminRoutes({ platform: parts, control: createHaravanControl(parts), reset: () => {} })),
  );
  expect(Object.keys(COVERAGE).filter(isCall).sort()).toEqual(
    [...rest, ...pages.filter((page) => COVERAGE[page] && isCall(page))].sort(),
  );
  expect([...rest, ...pages]).toEqual(expect.arrayContaining(Object.keys(COVERAGE)));
});

const read = new Map<string, CalledOperation[]>();
function callsIn(test: string): CalledOperation[] {
  const calls = read.get(test) ?? calledOperations(readFileSync(new URL(test, import.meta.url), 'utf8'));
  read.set(test, calls);
  return calls;
}

it.each(Object.entries(COVERAGE))('%s: section, reason, and tests that really call it', (operation, row) => {
  expect(row.section).toMatch(/^§[123]\.\d+$/);
  expect(row.status === 'supported' || row.why.length > 10).toBe(true);
  expect(row.tests.length).toBeGreaterThan(0);
  const idle = row.tests.filter((test) => !callsIn(test).some((call) => reaches(operation, call)));
  expect(idle).toEqual([]);
});

it('figures', () => {
  const { supported, partial, total } = coverageFigures(COVERAGE);
  console.log(`Haravan: ${supported} supported, ${partial} partial, ${total} operations`);
  expect(supported + partial).toBe(total);
  expect(total).toBeGreaterThanOrEqual(150);
});
