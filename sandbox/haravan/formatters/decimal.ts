/** Serializes as a number with four places (haravan.md §2.1: `600000.0000`). */
export type Decimal = { rawJSON: string };

const { rawJSON } = JSON as unknown as { rawJSON(text: string): Decimal };

export const decimal = (amount: number): Decimal => rawJSON(amount.toFixed(4));
