'use server';

import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import type { LookUp } from '@/src/sync/orders/look-up-order';
import { readNumber } from './read-number';

/** Asks Lazada for a number in every shop of the merchant, now (R10.2). */
export async function askLazada(typed: string): Promise<LookUp[] | null> {
  const { merchantId } = await requireSession();
  const number = readNumber(typed);
  return number === null ? null : compose().commands.lookUpOrder(merchantId, number);
}
