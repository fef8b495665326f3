import type { Branded } from './ids';

/** A whole number of đồng (design §4); may be negative, never a fraction. */
export type Dong = Branded<number, 'Dong'>;

/** A platform's amount as đồng, or the amount itself when it has a fraction or is out of range. */
export function toDong(amount: number): Dong | { fraction: number } {
  return Number.isSafeInteger(amount) ? ((amount + 0) as Dong) : { fraction: amount };
}

export function isDong(amount: number): amount is Dong {
  return Number.isSafeInteger(amount);
}

/** For amounts known to be whole; throws RangeError on anything else. */
export function dong(amount: number): Dong {
  if (!isDong(amount)) throw new RangeError(`not whole đồng: ${amount}`);
  return amount;
}

export const ZERO_DONG = dong(0);

export function sumDong(amounts: Iterable<Dong>): Dong {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return dong(sum);
}

export function subtractDong(from: Dong, amount: Dong): Dong {
  return dong(from - amount);
}

export function minDong(a: Dong, b: Dong): Dong {
  return a < b ? a : b;
}

export function atLeastZero(amount: Dong): Dong {
  return amount > 0 ? amount : ZERO_DONG;
}
