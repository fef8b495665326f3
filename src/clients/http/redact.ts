const EXCERPT_LENGTH = 120;

/** At most 120 characters of an unreadable answer, with mail addresses and every run of digits masked. */
export function redactedExcerpt(body: string): string {
  return body
    .slice(0, EXCERPT_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .replace(/[^\s@<>"',;]+@[^\s@<>"',;]+/g, '…@…')
    .replace(/[A-Za-z0-9_-]{24,}/g, '…')
    .replace(/\p{Nd}/gu, '#')
    .slice(0, EXCERPT_LENGTH)
    .trim();
}
