import { readSession } from '@/app/session/read-session';
import { compose } from '@/src/compose';

export const dynamic = 'force-dynamic';

/** A mark that changes when a screen should be drawn anew; says nothing by itself. */
export async function GET(): Promise<Response> {
  const session = await readSession();
  if (!session) return new Response('', { status: 401 });
  const mark = await compose().queries.liveMark(session.merchantId);
  return new Response(mark, { headers: { 'cache-control': 'no-store', 'content-type': 'text/plain' } });
}
