import type { IssueCode } from './codes';

/** Trouble of a linked variant's price or quantity: without the link there is none. */
export const FIGURE_CODES: readonly IssueCode[] = [
  'price_invalid',
  'price_out_of_range',
  'price_below_promotion',
  'push_rejected',
  'campaign_locked',
  'quantity_untracked',
  'quantity_fulfilled_by_lazada',
];
