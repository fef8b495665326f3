import { composeFrom } from '@/src/compose';
import { startWorker } from '@/workers/start-worker';

const UNLIMITED = { capacity: 1_000_000, refillPerSecond: 1_000_000, reserve: 0 };

// The worker as it runs, with nothing left out but the pacing that real platforms demand.
startWorker(composeFrom(process.env, { throttleLimits: { haravan: UNLIMITED, lazada: UNLIMITED } }));
