'use server';

import { z } from 'zod';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import type { FigureWhy } from '@/src/queries/products/explanation';
import { NoSuchConnection } from '@/src/sync/ports/access';
import { productParams } from './product-params';

const selection = z.union([
  z.object({ productIds: z.array(z.string().min(1)).min(1).max(1_000) }),
  z.object({ matching: productParams.omit({ page: true }) }),
]);
const request = z.object({ connectionId: z.uuid(), selection });

export type Selection = z.input<typeof selection>;
export type RunAnswer = { ok: true; total: number } | { ok: false };

async function run(kind: 'publish' | 'unpublish', input: unknown): Promise<RunAnswer> {
  const { merchantId, userId } = await requireSession();
  const parsed = request.safeParse(input);
  if (!parsed.success) return { ok: false };
  const { connectionId, selection: chosen } = parsed.data;
  const { commands, queries } = compose();
  const productIds =
    'productIds' in chosen ? chosen.productIds : await queries.productIds(merchantId, connectionId, chosen.matching);
  if (productIds.length === 0) return { ok: false };
  try {
    const started = await commands.publishing[kind](merchantId, connectionId, { productIds }, userId ?? 'staff');
    return { ok: true, total: started.total };
  } catch (error) {
    if (error instanceof NoSuchConnection) return { ok: false };
    throw error;
  }
}

/** Đăng lên kênh bán hàng (R2.2). */
export async function publishProducts(connectionId: string, chosen: Selection): Promise<RunAnswer> {
  return run('publish', { connectionId, selection: chosen });
}

/** Gỡ khỏi kênh (R2.7). */
export async function unpublishProducts(connectionId: string, chosen: Selection): Promise<RunAnswer> {
  return run('unpublish', { connectionId, selection: chosen });
}

export async function cancelRun(runId: string): Promise<{ ok: boolean }> {
  const { merchantId } = await requireSession();
  const id = z.uuid().safeParse(runId);
  if (!id.success) return { ok: false };
  return { ok: (await compose().commands.publishing.cancelRun(merchantId, id.data)) !== null };
}

const explained = z.object({ connectionId: z.uuid(), variantId: z.string().min(1).max(64) });

/** Why this number (R10.8). */
export async function explainVariant(connectionId: string, variantId: string): Promise<FigureWhy[]> {
  const { merchantId } = await requireSession();
  const asked = explained.parse({ connectionId, variantId });
  return compose().queries.explanation(merchantId, asked.connectionId, asked.variantId);
}
