import type { Stores } from '@/src/compose/stores';
import type { TurnKey, TurnLeases, TurnQueue } from '@/src/sync/ports/turn';
import type { Clock } from '@/src/sync/ports/world';

export type OpenIssue = { connectionId: string | null; code: string; subjectId: string; key: string };

/** Where the rows live: in memory or on Postgres. Beside the ports, what the last look at a run needs to read. */
export type Backend = {
  stores: Stores;
  leases: TurnLeases;
  findDue(now: Date, limit: number): Promise<TurnKey[]>;
  openIssues(merchantId: string): Promise<OpenIssue[]>;
  /** Products on the channel. */
  published(merchantId: string, connectionId: string): Promise<string[]>;
  links(merchantId: string, connectionId: string): Promise<{ variantId: string; skuId: string }[]>;
  /** Figures that are wished and not done, with what they wait for. */
  waitingPushes(
    merchantId: string,
    connectionId: string,
  ): Promise<{ variantId: string; figure: string; blockedBy: string | null }[]>;
  /** Resolves when nothing is under way here any more. Where it is absent, everything answers at once. */
  settled?(): Promise<void>;
  close(): Promise<void>;
};

export type MakeBackend = (deps: { clock: Clock; newSecret: () => string; queue: TurnQueue }) => Promise<Backend>;
