/** How many figures go to Lazada in one call, and how many such calls side by side. */
export type Batches = { skus: number; atOnce: number };

/**
 * Lazada takes 50 SKUs a call (lazada.md §7.1). Four calls share one look at what is due, one reading of the order feed and one
 * transaction; more would only wait for their places in the bucket while the stock that they carry grows old (design §6).
 */
export const BATCHES: Batches = { skus: 50, atOnce: 4 };

export function inBatches<Row>(rows: readonly Row[], size: number): Row[][] {
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
