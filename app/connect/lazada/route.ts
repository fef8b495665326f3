import type { NextRequest } from 'next/server';
import { follow } from '@/app/session/flow';
import { compose } from '@/src/compose';

/** Top-level start of everything that needs the owner or Lazada's own page; the ticket says which (design §6). */
export async function GET(request: NextRequest): Promise<Response> {
  return follow(await compose().ownerDoor.openTicket(request.nextUrl.searchParams.get('ticket') ?? ''));
}
