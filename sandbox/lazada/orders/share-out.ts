/** Splits whole đồng in proportion to the weights; the parts add up to the amount exactly (largest remainder). */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (total === 0 ? amount / weights.length : (amount * weight) / total));
  const parts = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => [value - Math.floor(value), index] as const)
    .sort(([a], [b]) => b - a);
  const missing = amount - parts.reduce((sum, part) => sum + part, 0);
  for (const [, index] of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
