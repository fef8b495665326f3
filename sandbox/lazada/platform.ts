import type { Clock } from '../core/clock';
import type { Ids } from '../core/ids';
import type { Modes } from './modes';
import type { Pushes } from './push/push-port';
import type { Store } from './store';

export type LazadaApp = {
  key: string;
  secret: string;
  /** The only redirect URI that the consent page accepts. */
  callbackUrl: string;
  /** Where push messages go. */
  pushUrl: string;
};

/** What every part of the simulator works on. `store` and `modes` are replaced as a whole on reset. */
export type Platform = {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Sequences apart from `ids`: how often a client asks must not change what the world brings. */
  readonly wireIds: { requests: Ids; tokens: Ids; labels: Ids };
  readonly app: LazadaApp;
  readonly pushes: Pushes;
  /** To be called after whatever sets a deadline. */
  readonly rearm: () => void;
  store: Store;
  modes: Modes;
};
