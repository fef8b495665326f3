export type MaskStyle = 'partial' | 'full';

const STARS = '*****';

/** First and last letter stay (`N***********h`), or nothing does; nothing stays nothing (lazada.md §15). */
export function maskText(text: string, style: MaskStyle): string {
  const letters = [...text];
  if (letters.length === 0) return '';
  if (style === 'full') return STARS;
  return `${letters[0]}${'*'.repeat(Math.max(1, letters.length - 2))}${letters.at(-1)}`;
}

/** `84******59`. */
export function maskPhone(phone: string, style: MaskStyle): string {
  if (style === 'full') return STARS;
  return phone.length < 5 ? '*'.repeat(phone.length) : `${phone.slice(0, 2)}******${phone.slice(-2)}`;
}
