import { notice } from '@/app/session/notice';
import { compose } from '@/src/compose';

/** The owner confirmed on our own page; its one-time token proves that (R5.1). */
export async function POST(request: Request): Promise<Response> {
  const token = (await request.formData()).get('token');
  const outcome = await compose().ownerDoor.confirmDisconnect(typeof token === 'string' ? token : '');
  return outcome.kind === 'refused' ? notice(outcome.because) : notice('disconnected', { shop: outcome.merchant.shop });
}
