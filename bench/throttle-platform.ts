import { z } from 'zod';
import { createClock } from '@/sandbox/core/clock';
import { createIds } from '@/sandbox/core/ids';
import { serve } from '@/sandbox/core/server';
import { createBucket } from '@/sandbox/haravan/bucket';
import { createHaravanSandbox } from '@/sandbox/haravan/sandbox';
import { ORG } from './throttle-shop';

// A program of its own: the platform's clock and bucket share nothing with those who call it.
const { port, size, rate } = z
  .object({ port: z.number(), size: z.number(), rate: z.number() })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const { HARAVAN_CLIENT_ID = '', HARAVAN_CLIENT_SECRET = '', HARAVAN_API_URL = '', APP_URL = '' } = process.env;
const clock = createClock();
const haravan = createHaravanSandbox({
  clock,
  ids: createIds(1),
  bucket: createBucket(clock, { size, leakPerSecond: rate }),
  publicUrl: () => HARAVAN_API_URL,
  app: {
    clientId: HARAVAN_CLIENT_ID,
    clientSecret: HARAVAN_CLIENT_SECRET,
    verifyToken: '',
    url: APP_URL,
    redirectUris: [],
  },
});
const owner = { id: '1', email: 'chu@example.vn', password: 'x', name: 'Chủ', role: ['admin'] };
haravan.load({ orgs: [{ ...ORG, name: 'Shop', users: [owner], locations: [{ id: 1, name: 'Kho' }], products: [] }] });
const server = await serve(haravan.hono, port);
console.log(`platform ${JSON.stringify({ accessToken: haravan.control.install(ORG.orgId).accessToken })}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    haravan.close();
    void server.close();
  });
}
