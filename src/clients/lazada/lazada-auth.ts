import type { Priority } from '../http/throttle';

/** On whose behalf a Lazada call is made. `sellerId` names the bucket and the log line. */
export type LazadaAuth = {
  accessToken: string;
  sellerId: string;
  priority?: Priority;
  /** Runs before every attempt; it may put a newer token in place, or refuse by throwing. */
  beforeCall?: () => Promise<void>;
};
