import { createMemoryBuckets } from './memory-buckets';
import { BATTERY_LIMITS, throttleBattery } from './throttle-battery';

throttleBattery('in memory', async (clock) => createMemoryBuckets(BATTERY_LIMITS, () => clock.nowMs));
