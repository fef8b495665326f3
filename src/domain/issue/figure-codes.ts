import type { IssueCode } from './codes';

/** Trouble of a linked variant's price or quantity: without the link there is none. Codes of both name theirs as `field`. */
export const CODES_OF_FIGURE = {
  price: ['price_invalid', 'price_out_of_range', 'price_below_promotion', 'push_rejected'],
  quantity: ['campaign_locked', 'quantity_untracked', 'quantity_fulfilled_by_lazada', 'push_rejected'],
} as const satisfies Record<string, readonly IssueCode[]>;

export const FIGURE_CODES: readonly IssueCode[] = [...new Set([...CODES_OF_FIGURE.price, ...CODES_OF_FIGURE.quantity])];
