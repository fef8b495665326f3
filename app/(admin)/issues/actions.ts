'use server';

import { z } from 'zod';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';

const selection = z.union([
  z.object({ issueIds: z.array(z.uuid()).min(1).max(500) }),
  z.object({ code: z.string().min(1), connectionId: z.uuid() }),
  z.object({ connectionId: z.uuid() }),
]);
export type RetryRequest = z.input<typeof selection>;

/** Thử lại: one, many or all (R2.5). An issue goes away by itself once its cause is gone. */
export async function retryIssues(input: RetryRequest): Promise<{ ok: true; total: number } | { ok: false }> {
  const { merchantId } = await requireSession();
  const parsed = selection.safeParse(input);
  if (!parsed.success) return { ok: false };
  const { retried } = await compose().commands.retryIssues(merchantId, parsed.data);
  return { ok: true, total: retried };
}

/** Đưa về 0: SKUs that Lazada still sells and that no variant feeds any more (R2.6). */
export async function zeroLostLinks(connectionId: string): Promise<{ ok: boolean }> {
  const { merchantId, userId } = await requireSession();
  const id = z.uuid().safeParse(connectionId);
  if (!id.success) return { ok: false };
  await compose().commands.zeroLostLinks(merchantId, id.data, userId ?? 'staff');
  return { ok: true };
}
