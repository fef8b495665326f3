import type { Link, Listing } from './link';

export type LinkDiff = {
  added: readonly Link[];
  /** Gone, or now pointing at another listing: then the new link is among `added`. */
  removed: readonly Link[];
  kept: readonly Link[];
};

export function diffLinks(_before: readonly Link[], _after: readonly Link[]): LinkDiff {
  throw new Error('not written yet');
}

/** Lost links whose SKU Lazada still sells and nothing feeds any more (spec R2.6, "Đưa về 0"). */
export function orphanedLinks(_facts: {
  lost: readonly Link[];
  links: readonly Link[];
  listings: readonly Listing[];
}): readonly Link[] {
  throw new Error('not written yet');
}
