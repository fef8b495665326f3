import { compose } from '@/src/compose';

export const dynamic = 'force-dynamic';

/** 200 when Postgres and Redis answer, else 503 (spec R9.4). */
export async function GET(): Promise<Response> {
  const { postgres, redis } = await compose().health();
  const ok = postgres && redis;
  const up = (answers: boolean) => (answers ? 'up' : 'down');
  return Response.json(
    { status: ok ? 'ok' : 'unavailable', postgres: up(postgres), redis: up(redis) },
    { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
