import { createHash, timingSafeEqual } from 'node:crypto';
import { compose } from '@/src/compose';

export const dynamic = 'force-dynamic';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** `Authorization: Bearer <METRICS_TOKEN>`; without a configured token nobody may read (spec R9.4). */
function isAllowed(request: Request, token: string | undefined): boolean {
  const given = request.headers.get('authorization')?.replace(/^Bearer /i, '') ?? '';
  return token !== undefined && token !== '' && timingSafeEqual(digest(given), digest(token));
}

export async function GET(request: Request): Promise<Response> {
  const { env, metrics } = compose();
  if (!isAllowed(request, env.METRICS_TOKEN)) return new Response('refused', { status: 401 });
  const { contentType, body } = await metrics();
  return new Response(body, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}
