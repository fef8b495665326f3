/** First and last letter stay (`N***********h`); nothing stays nothing (lazada.md §15). */
export function maskText(text: string): string {
  const letters = [...text];
  if (letters.length === 0) return '';
  return `${letters[0]}${'*'.repeat(Math.max(1, letters.length - 2))}${letters.at(-1)}`;
}

/** `84******59`. */
export function maskPhone(phone: string): string {
  return phone.length < 5 ? '*'.repeat(phone.length) : `${phone.slice(0, 2)}******${phone.slice(-2)}`;
}
