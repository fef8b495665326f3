import type { NextRequest } from 'next/server';
import { backToAdmin, callbackOf } from '@/app/session/flow';
import { notice } from '@/app/session/notice';
import { compose } from '@/src/compose';

/** Lazada sends the browser back: connected without another step, or nothing at all (R1.2, R1.3). */
export async function GET(request: NextRequest): Promise<Response> {
  const outcome = await compose().connectShop.finish(callbackOf(request));
  if (outcome.kind === 'refused') return notice(outcome.because, { shop: outcome.merchant?.shop });
  return backToAdmin(outcome.merchant);
}
