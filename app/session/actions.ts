'use server';

import { z } from 'zod';
import { compose } from '@/src/compose';
import type { OwnerWish } from '@/src/sync/connection/owner-door';
import { requireSession } from './require-session';

export type Started = { ok: true; url: string } | { ok: false };
/** `owner_needed`: open `url` in the top window; the owner logs in there and confirms. */
export type DisconnectAnswer = { kind: 'done' } | { kind: 'owner_needed'; url: string } | { kind: 'failed' };

const idOfConnection = z.uuid();

/** The address of the top-level route; its ticket works once, for a few minutes, and says nothing. */
async function ticketUrl(wish: OwnerWish): Promise<string> {
  const { merchantId, role } = await requireSession();
  const { ownerDoor, env } = compose();
  const ticket = await ownerDoor.issueTicket(merchantId, wish, role === 'owner');
  return `${env.APP_URL}/connect/lazada?ticket=${encodeURIComponent(ticket)}`;
}

/** Kết nối kênh bán hàng (R1.2). */
export async function startConnect(): Promise<Started> {
  return { ok: true, url: await ticketUrl({ kind: 'connect', connectionId: null }) };
}

/** Làm mới quyền truy cập (R1.4). */
export async function startReauthorize(connectionId: string): Promise<Started> {
  const id = idOfConnection.safeParse(connectionId);
  if (!id.success) return { ok: false };
  return { ok: true, url: await ticketUrl({ kind: 'connect', connectionId: id.data }) };
}

/** Ngắt kết nối (R5.1): at once for the owner, else by way of the owner's login. */
export async function disconnectAction(connectionId: string): Promise<DisconnectAnswer> {
  const { merchantId, role } = await requireSession();
  const id = idOfConnection.safeParse(connectionId);
  if (!id.success) return { kind: 'failed' };
  if (role !== 'owner') {
    return { kind: 'owner_needed', url: await ticketUrl({ kind: 'disconnect', connectionId: id.data }) };
  }
  await compose().disconnect.disconnect(merchantId, id.data);
  return { kind: 'done' };
}
