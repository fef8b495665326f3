import type { Clock } from '../core/clock';
import type { Ids } from '../core/ids';
import type { Bucket } from './bucket';
import type { Events } from './events';
import type { Store } from './store';

/** The app as it is registered at Haravan's partner site. */
export type RegisteredApp = {
  clientId: string;
  clientSecret: string;
  verifyToken: string;
  /** Where the app is served. */
  url: string;
  redirectUris: readonly string[];
  /** Pages of the app that the admin's menu lists below it. */
  pages?: readonly { label: string; path: string }[];
};

/** Asks the app's address something (`GET`) and answers what it said; null: nothing came back. */
export type AskApp = (url: string) => Promise<{ status: number; text: string } | null>;

/** What every part of the simulator works with. */
export type Platform = {
  clock: Clock;
  /** For what the shop's records hold. */
  ids: Ids;
  /** For what belongs to a call: codes, tokens, challenges. Drawing there leaves the records of a run as they were. */
  lots: Ids;
  app: RegisteredApp;
  store: Store;
  bucket: Bucket;
  events: Events;
  askApp: AskApp;
  /** Address of this server, without a trailing slash. */
  publicUrl(): string;
  /** Where the rest of the practice world is played. */
  practiceLinks?(): readonly { label: string; href: string }[];
};
