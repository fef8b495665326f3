/** A bar code of 13 digits with its check digit, of Vietnam's prefix 893. */
export function ean13(serial: number): string {
  const body = `89360${String(serial).padStart(7, '0')}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
