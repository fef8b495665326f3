'use server';

import { z } from 'zod';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { BACKFILL_DAYS } from '@/src/domain/order/import-window';

const choice = z.object({ connectionId: z.uuid(), days: z.literal([...BACKFILL_DAYS]) });

export type BackfillAnswer = { ok: true } | { ok: false; because: 'narrower' | 'failed' };

/** Nhập đơn cũ: the orders of as many days before the connection come in too (R10.14). */
export async function chooseBackfill(input: z.input<typeof choice>): Promise<BackfillAnswer> {
  const { merchantId } = await requireSession();
  const { connectionId, days } = choice.parse(input);
  const outcome = await compose().commands.backfill.choose(merchantId, connectionId, days);
  if (outcome === 'chosen') return { ok: true };
  return { ok: false, because: outcome === 'narrower' ? 'narrower' : 'failed' };
}

/** Dừng: what is not in Haravan by now stays out (R6.2). */
export async function stopBackfill(connectionId: string): Promise<void> {
  const { merchantId } = await requireSession();
  await compose().commands.backfill.stop(merchantId, z.uuid().parse(connectionId));
}
