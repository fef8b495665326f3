/** What makes a Haravan barcode and a Lazada SellerSku the same (spec R2.1): the text, whatever its Unicode form. Blank is none. */
export function codeOf(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.normalize('NFC');
}

/** Rows by their code; rows without one are left out. */
export function byCode<T>(rows: readonly T[], textOf: (row: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const code = codeOf(textOf(row));
    if (code !== null) groups.set(code, [...(groups.get(code) ?? []), row]);
  }
  return groups;
}
