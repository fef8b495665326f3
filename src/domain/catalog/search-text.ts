/** Marks that NFD splits off a letter. */
const MARKS = /\p{M}+/gu;

/** Text as it is searched: lower case and without marks; đ → d by hand, since NFD does not split it. */
export function searchText(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();
}
