import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { z } from 'zod';
import { composeFrom } from '@/src/compose';
import { startWorker } from '@/workers/start-worker';
import { productLimits } from './limits';

// The worker as it runs, with nothing left out but the pacing that real platforms demand, where none is asked for.
const options = z.object({ limits: z.number(), metersPort: z.number() }).parse(JSON.parse(process.argv[2] ?? '{}'));

/** Messages to PostgreSQL: each is a way there and back, whatever it holds. */
let queries = 0;
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  queries += 1;
  return query.apply(this, given);
} as typeof pg.Client.prototype.query;

const meters = createServer((_request, response) => {
  const { active } = performance.eventLoopUtilization();
  response.end(JSON.stringify({ queries, busySeconds: active / 1_000 }));
});
meters.listen(options.metersPort, '127.0.0.1');

startWorker(composeFrom(process.env, { throttleLimits: productLimits(options.limits) }));
