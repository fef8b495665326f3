import { type Dong, toDong } from '../money';

export type PricePushFacts = {
  /** Haravan's `price` as parsed; `compare_at_price` plays no part (design §6). */
  price: number;
  believed: number | 'unknown';
  pushPrice: boolean;
  paused: boolean;
};

export type PricePush =
  | { kind: 'send'; price: Dong; reason: 'changed' | 'believed_unknown' }
  | { kind: 'nothing'; reason: 'equal' }
  | { kind: 'wait'; reason: 'paused' }
  | { kind: 'not_applicable'; reason: 'switched_off' }
  /** Raise `price_invalid` and send nothing. */
  | { kind: 'invalid'; why: 'zero' | 'negative' | 'fraction' };

type Invalid = Extract<PricePush, { kind: 'invalid' }>;

function readPrice(price: number): Dong | Invalid {
  if (price === 0) return { kind: 'invalid', why: 'zero' };
  if (price < 0) return { kind: 'invalid', why: 'negative' };
  const whole = toDong(price);
  return typeof whole === 'number' ? whole : { kind: 'invalid', why: 'fraction' };
}

/** Whether, and what, to write as Lazada's `Price` (spec R3.1, R3.4; design §6). */
export function decidePricePush(facts: PricePushFacts): PricePush {
  if (!facts.pushPrice) return { kind: 'not_applicable', reason: 'switched_off' };
  const price = readPrice(facts.price);
  if (typeof price !== 'number') return price;
  if (facts.believed === price) return { kind: 'nothing', reason: 'equal' };
  if (facts.paused) return { kind: 'wait', reason: 'paused' };
  return { kind: 'send', price, reason: facts.believed === 'unknown' ? 'believed_unknown' : 'changed' };
}
