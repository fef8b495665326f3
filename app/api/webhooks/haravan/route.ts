import type { NextRequest } from 'next/server';
import { compose } from '@/src/compose';
import { answerOf } from '@/src/sync/intake/receive-outcome';

const toResponse = ({ status, body }: ReturnType<typeof answerOf>) =>
  new Response(body, { status, headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' } });

export async function POST(request: Request): Promise<Response> {
  return toResponse(answerOf(await compose().intake.haravan.receive(request)));
}

export function GET(request: NextRequest): Response {
  return toResponse(answerOf(compose().intake.haravan.handshake(request.nextUrl.searchParams)));
}
