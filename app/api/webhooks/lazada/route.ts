import { compose } from '@/src/compose';
import { answerOf } from '@/src/sync/intake/receive-outcome';

export async function POST(request: Request): Promise<Response> {
  const { status, body } = answerOf(await compose().intake.lazada.receive(request));
  return new Response(body, { status, headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' } });
}
