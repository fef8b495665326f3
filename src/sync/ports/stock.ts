import type { SoldUnit } from '@/src/domain/stock/in-flight';
import type { StockLocation } from '@/src/domain/stock/sellable-locations';
import type { Belief, Wished } from './catalog';
import type { IssueReport } from './issues';
import type { Fence } from './turn';
import type { Figure } from './wishes';

/** A figure of a link that must be made equal on Lazada, and all that is needed to do so. */
export type DuePush = {
  figure: Figure;
  /** Since when it waits for its turn, as a wish or to be read back. */
  dueAt: Date;
  /** Acknowledge no more than this. */
  version: number;
  cause: string;
  attempts: number;
  believed: Belief;
  /** A lost answer, or a campaign's refusal: read what Lazada has before deciding. */
  mustReadBack: boolean;
  /** Units refused because of a campaign lock; null when none is owed. */
  owed: number | null;
  /** Units of this SKU that Lazada holds for a campaign, as last read. */
  locked: number;
  /** Lazada keeps the goods: the quantity is not ours to set. */
  fulfilledByLazada: boolean;
  variantId: string;
  productId: string;
  productTitle: string;
  variantTitle: string;
  tracksInventory: boolean;
  allowsBackorder: boolean;
  itemId: string;
  skuId: string;
  sellerSku: string;
  linkedAt: Date;
};

/**
 * How one push ended. A version that was bumped meanwhile stays wanted; what was found of a link that has been lost or made
 * anew meanwhile says nothing of the one that stands, and is dropped with what Lỗi would say of it.
 */
export type PushEnd = {
  variantId: string;
  skuId: string;
  linkedAt: Date;
  figure: Figure;
  version: number;
  explanation: Record<string, unknown>;
} & (
  | {
      kind: 'done';
      outcome: 'synced' | 'not_applicable';
      /** What we wrote; absent when nothing had to be written. */
      sent?: number;
      /** Taken for true when nobody forgot or changed the belief that was `seen`; absent: nothing was learned. */
      learned?: { value: number | null; seen: Date | null };
      owed: number | null;
      /** What Lazada has was read: that wish is fulfilled. */
      wasReadBack: boolean;
      /** The answer was lost: look again at this time. */
      readBackAt?: Date;
    }
  | {
      kind: 'parked';
      outcome: 'waiting' | 'issue';
      dueAt: Date;
      blockedBy: string;
      attempts: number;
      /** Refused or lost: what Lazada has is unknown now. */
      forgetBelief: boolean;
      owed?: number | null;
      readBackAt?: Date;
    }
);

/** What Lỗi is to say of one figure of a batch: of the variants that were judged what was found, and nothing else. */
export type IssueNews = { figure: Figure; judged: readonly string[]; found: readonly IssueReport[] };

/** The last figure of a look: the next one goes on behind it. */
export type DueAfter = { at: Date; variantId: string };

export type PushStore = {
  /** In the order of their times, then of the variants. */
  takeDue(
    merchantId: string,
    connectionId: string,
    figure: Figure,
    now: Date,
    limit: number,
    after?: DueAfter,
  ): Promise<DuePush[]>;
  nextDue(merchantId: string, connectionId: string, figures: readonly Figure[]): Promise<Date | null>;
  /** The rows and what Lỗi says of them, both or neither: no refusal goes untold (spec R2.5, R8.1). */
  settle(
    merchantId: string,
    connectionId: string,
    batch: { ends: readonly PushEnd[]; issues: IssueNews },
    at: Date,
    fence: Fence,
  ): Promise<void>;
  wish(
    merchantId: string,
    wish: {
      variantIds: readonly string[] | 'all';
      figures: readonly Figure[];
      cause: string;
      connectionId?: string;
      forgetBelief?: boolean;
      /** A merchant asked: patience starts anew. */
      resetAttempts?: boolean;
    },
    at: Date,
  ): Promise<Wished>;
};

/** Whose figure is asked for, and the code of the SKU that it is to be written to. */
export type Feeding = { variantId: string; code: string | null };

export type StockFactsStore = {
  locations(merchantId: string): Promise<(StockLocation & { isPrimary: boolean })[]>;
  /**
   * Units that Lazada sold and that may not be counted by a stock reading begun at `begunAt`, over all shops of the
   * merchant. A unit belongs to each of the given variants that bears its code, was matched to it, feeds a SKU of that code or is
   * about to: a link may be lost while a figure is on its way (design §6).
   */
  soldUnits(merchantId: string, feeding: readonly Feeding[], begunAt: Date): Promise<SoldUnit[]>;
};
