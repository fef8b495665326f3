/** A Lazada order number as people paste it: with #, spaces or dots around the digits; null: it is none. */
export function readNumber(typed: string): string | null {
  const bare = typed.normalize('NFKC').replace(/[#\s.,\u200b]/gu, '');
  return /^\d{6,20}$/.test(bare) ? bare : null;
}
