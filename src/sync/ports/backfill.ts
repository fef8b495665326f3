import type { Fence } from './turn';

/** Orders from before the connection that the merchant wants in Haravan too (spec R10.14). */
export type Backfill = {
  /** Days before the connection; null: not asked yet, which imports nothing from before it. */
  days: number | null;
  /** Orders created before this moment are known; null: no walk is under way. */
  cursor: Date | null;
  /** Orders of those days as Lazada counts them; null: not known yet. */
  total: number | null;
};

export type BackfillStore = {
  load(merchantId: string, connectionId: string): Promise<Backfill | null>;
  /**
   * Begins a walk at `from`, and wishes again what was left out as older than the days chosen before. False: as many days or more
   * were chosen already.
   */
  choose(merchantId: string, connectionId: string, choice: { days: number; from: Date }, at: Date): Promise<boolean>;
  /** Ends the walk and takes the choice back: what is not in Haravan by now stays out. */
  stop(merchantId: string, connectionId: string, at: Date): Promise<void>;
  /** Moves on from `was`, unless the merchant chose anew meanwhile. `cursor` null: everything is known. */
  advance(
    merchantId: string,
    connectionId: string,
    was: Date,
    walked: { cursor: Date | null; total: number },
    at: Date,
    fence: Fence,
  ): Promise<void>;
};
