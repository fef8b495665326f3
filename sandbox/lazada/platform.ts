import type { Clock } from '../core/clock';
import type { Ids } from '../core/ids';
import type { Modes } from './modes';
import type { Pushes } from './push-port';
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
  readonly app: LazadaApp;
  readonly pushes: Pushes;
  store: Store;
  modes: Modes;
};
