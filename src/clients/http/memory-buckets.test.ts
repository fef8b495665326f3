import { createMemoryBuckets } from './memory-buckets';
import { BATTERY_LIMIT, throttleBattery } from './throttle-battery';

throttleBattery('in memory', async (clock) => {
  return createMemoryBuckets({ haravan: BATTERY_LIMIT, lazada: BATTERY_LIMIT }, () => clock.nowMs);
});
