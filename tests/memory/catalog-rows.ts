import type { Drift, ListingRecord, LocationRecord, ProductRecord, VariantRecord } from '@/src/sync/ports/catalog';
import type { Figure } from '@/src/sync/ports/wishes';

/** Rows of both catalogs and of what follows from them; the columns of prisma/schema.prisma, without Prisma. */
export type LocationRow = LocationRecord;
export type ProductRow = Omit<ProductRecord, 'variants'> & { readAt: Date; deletedAt: Date | null };
export type VariantRow = VariantRecord & { productId: string; readAt: Date; deletedAt: Date | null };

export type RefreshRow = {
  productId: string;
  wanted: number;
  done: number;
  dueAt: Date;
  attempts: number;
  blockedBy: string | null;
};

export type ListingRow = ListingRecord & { readAt: Date; goneAt: Date | null };

/** What one reading found otherwise than believed (spec R10.7). */
export type DifferenceRow = Drift & { readingAt: Date; foundAt: Date };

export type PublicationRow = {
  productId: string;
  state: 'published' | 'removed';
  wanted: number;
  matched: number;
  dueAt: Date;
  attempts: number;
  blockedBy: string | null;
  runId: string | null;
  publishedAt: Date;
  removedAt: Date | null;
};

export type RunRow = {
  id: string;
  connectionId: string;
  kind: 'publish' | 'unpublish';
  total: number;
  requestedBy: string;
  createdAt: Date;
  finishedAt: Date | null;
  canceledAt: Date | null;
};

export type LinkRow = {
  variantId: string;
  productId: string;
  itemId: string;
  skuId: string;
  sellerSku: string;
  linkedAt: Date;
};

export type LostLinkRow = { skuId: string; itemId: string; sellerSku: string; variantId: string; lostAt: Date };

export type PushRow = {
  variantId: string;
  figure: Figure;
  wanted: number;
  done: number;
  dueAt: Date;
  wantedSince: Date;
  cause: string;
  attempts: number;
  blockedBy: string | null;
  believed: number | null;
  believedAt: Date | null;
  lastValue: number | null;
  lastPushedAt: Date | null;
  readBackAt: Date | null;
  owed: number | null;
  outcome: 'waiting' | 'synced' | 'issue' | 'not_applicable';
  explanation: Record<string, unknown> | null;
};
