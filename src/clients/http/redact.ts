const EXCERPT_LENGTH = 120;

/** Values of JSON text stay out, cut-off ones too: only its keys and its shape tell what came. */
function withoutJsonValues(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*(?:"(\s*:)?|\\?$)/g, (token, colon: string | undefined) =>
    colon ? token : '"…"',
  );
}

function withoutTextNodes(text: string): string {
  return text.replace(/>[^<]+/g, '>…');
}

/** A gateway's own page speaks to people; other text of this kind is data. */
function withoutData(text: string): string {
  if (/^["[{]/.test(text)) return withoutJsonValues(text);
  return text.startsWith('<') && !/<(?:!doctype html|html|head|body)\b/i.test(text) ? withoutTextNodes(text) : text;
}

/** At most 120 characters of an unreadable answer: no data, no secrets, no mail address, every digit masked. */
export function redactedExcerpt(body: string): string {
  const start = body.trimStart().slice(0, EXCERPT_LENGTH * 4);
  return withoutData(start)
    .replace(/\s+/g, ' ')
    .replace(/\b(bearer|[a-z_]*(?:token|secret|sign|signature|code|hmac))(["']?\s*[=: ]\s*["']?)[^\s"'&<>]+/gi, '$1$2…')
    .replace(/[^\s@<>"',;]+@[^\s@<>"',;]+/g, '…@…')
    .replace(/[A-Za-z0-9_-]{24,}/g, '…')
    .replace(/\p{Nd}/gu, '#')
    .slice(0, EXCERPT_LENGTH)
    .trim();
}
