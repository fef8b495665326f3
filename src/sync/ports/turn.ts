import type { Lane } from '@/src/domain/lane';

/** Whose turn it is. `connectionId` is null in lanes that work per merchant (intake, the Haravan catalog). */
export type TurnKey = { lane: Lane; merchantId: string; connectionId: string | null };

/** Proof that a write belongs to the turn that holds the lease now. */
export type Fence = { key: string; token: bigint };

/** A turn: one bounded batch of one connection's wishes. */
export type Turn = TurnKey & {
  fence: Fence;
  /** Becomes true on SIGTERM or when the time of the turn is used up: finish the batch at hand and leave. */
  shouldStop(): boolean;
  /** Sees to it that the lease lasts nine seconds more at least; call it between batches. @throws LeaseLost */
  keepAlive(): Promise<void>;
  /** For what no platform's limit paces: between batches, turns that a buyer or a person waits for have the processors for a moment. */
  letOthersGo(): Promise<void>;
};

/** `more`: wishes are due now, go to the back of the line. `nextAt`: earliest moment that the next wish is due, if known. */
export type TurnResult = { more: boolean; nextAt?: Date };

export type TurnHandler = (turn: Turn) => Promise<TurnResult>;

/** Asks for a turn. Best effort: when the queue is down the sweep finds the row. */
export type TurnQueue = { request(key: TurnKey, notBefore?: Date): Promise<void> };

/** The lease went to somebody else (expired, or the connection was disconnected): stop, write nothing more. */
export class LeaseLost extends Error {
  constructor(key: string) {
    super(`lease of ${key} was lost`);
    this.name = 'LeaseLost';
  }
}

export const turnKeyText = ({ lane, merchantId, connectionId }: TurnKey): string =>
  `${lane}_${merchantId}_${connectionId ?? 'merchant'}`;

/** How a turn ended: well, or failed and to be left alone until then. */
export type TurnEnd = { pausedUntil?: Date | null; failed?: string };

/** One turn at a time per lane and connection. */
export type TurnLeases = {
  /** null: somebody else has the turn, or the lane is paused because a platform asked us to wait. */
  acquire(key: string, holder: string): Promise<(Fence & { failures: number }) | null>;
  /** For nine seconds at least, twelve at most. false: the lease was lost. */
  prolong(fence: Fence): Promise<boolean>;
  release(fence: Fence, end: TurnEnd): Promise<void>;
};
