import type { Books } from './books';

/** What the merchant put on and took from each shelf by hand, from the first day on. */
export function createLedger(books: Books) {
  const byHand = new Map<string, number>();
  for (const org of books.haravan().orgs.values()) {
    for (const row of org.stock.values()) byHand.set(`${row.locationId}:${row.variantId}`, row.onHand);
  }
  return {
    moved(locationId: number, variantId: number, units: number): void {
      const key = `${locationId}:${variantId}`;
      byHand.set(key, (byHand.get(key) ?? 0) + units);
    },
    byHand: (key: string) => byHand.get(key) ?? 0,
  };
}
export type Ledger = ReturnType<typeof createLedger>;
