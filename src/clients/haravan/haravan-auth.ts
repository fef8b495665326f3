import type { Priority } from '../http/throttle';

/** On whose behalf a Haravan call is made. `shop` is the handle, without `.myharavan.com`. */
export type HaravanAuth = {
  accessToken: string;
  orgId: string;
  shop: string;
  priority?: Priority;
  /** Runs before every attempt; it may put a newer token in place, or refuse by throwing. */
  beforeCall?: () => Promise<void>;
};
