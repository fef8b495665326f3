/** Which variant an item stands for (spec R2.1, R2.3). */
export type ItemMatch = { kind: 'matched'; variantId: string } | { kind: 'unmatched' } | { kind: 'ambiguous' };

type Matchable = { code: string | null; fulfilledByLazada: boolean };

/**
 * Whether or not the variant was published here (design §4). Several bearers count as none: any choice could take the stock of the
 * wrong one. What Lazada keeps in its own warehouse never touches the merchant's stock (design §6).
 */
export function matchItem(item: Matchable, bearersOfCode: ReadonlyMap<string, readonly string[]>): ItemMatch {
  if (item.fulfilledByLazada || item.code === null) return { kind: 'unmatched' };
  const bearers = bearersOfCode.get(item.code) ?? [];
  const [variantId] = bearers;
  if (variantId === undefined) return { kind: 'unmatched' };
  return bearers.length === 1 ? { kind: 'matched', variantId } : { kind: 'ambiguous' };
}

export function variantOf(item: Matchable, bearersOfCode: ReadonlyMap<string, readonly string[]>): string | null {
  const match = matchItem(item, bearersOfCode);
  return match.kind === 'matched' ? match.variantId : null;
}
