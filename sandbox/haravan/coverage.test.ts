import { expect, it } from 'vitest';
import { createClock } from '../core/clock';
import { createDeliveries } from '../core/deliveries';
import { createIds } from '../core/ids';
import { createBucket } from './bucket';
import { COVERAGE } from './coverage';
import { HARAVAN_DELIVERY } from './delivery-policy';
import { createEvents } from './events';
import { createRestApi } from './rest-api';
import { createStore } from './store';

it('the table claims what is registered, and everything registered is in the table', () => {
  const clock = createClock();
  const ids = createIds(1);
  const deliveries = createDeliveries({ clock, ids, policy: HARAVAN_DELIVERY });
  const app = { clientId: '', clientSecret: '', verifyToken: '', url: '', redirectUris: [] };
  const events = createEvents({ deliveries, clientSecret: '' });
  const parts = { clock, ids, app, store: createStore(), bucket: createBucket(clock), events, publicUrl: () => '' };
  const registered = createRestApi(parts)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  const claimed = Object.entries(COVERAGE).filter(([, coverage]) => coverage === 'supported');
  expect(claimed.map(([route]) => route).sort()).toEqual([...new Set(registered)].sort());
});
