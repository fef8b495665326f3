/** Figures of one SKU before and after a switch is turned on; null: not sent or not known. */
export type PreviewRow = {
  quantity: { before: number | null; after: number | null };
  price: { before: number | null; after: number | null };
};

export type PreviewRisk = 'falls_to_zero' | 'large_price_change';

export type PreviewSummary = { total: number; changed: number; fallsToZero: number; largePriceChanges: number };

/** A change by more than this is asked about first (spec R3.1). */
export const LARGE_PRICE_CHANGE_PERCENT = 30;

function fallsToZero({ before, after }: PreviewRow['quantity']): boolean {
  return after === 0 && before !== null && before > 0;
}

function isLargeChange({ before, after }: PreviewRow['price']): boolean {
  if (before === null || after === null) return false;
  return Math.abs(after - before) * 100 > before * LARGE_PRICE_CHANGE_PERCENT;
}

function changes({ before, after }: { before: number | null; after: number | null }): boolean {
  return after !== null && after !== before;
}

export function previewRisks(row: PreviewRow): readonly PreviewRisk[] {
  const risks: PreviewRisk[] = [];
  if (fallsToZero(row.quantity)) risks.push('falls_to_zero');
  if (isLargeChange(row.price)) risks.push('large_price_change');
  return risks;
}

export function summarizePreview(rows: Iterable<PreviewRow>): PreviewSummary {
  const summary = { total: 0, changed: 0, fallsToZero: 0, largePriceChanges: 0 };
  for (const row of rows) {
    summary.total += 1;
    if (changes(row.quantity) || changes(row.price)) summary.changed += 1;
    if (fallsToZero(row.quantity)) summary.fallsToZero += 1;
    if (isLargeChange(row.price)) summary.largePriceChanges += 1;
  }
  return summary;
}
