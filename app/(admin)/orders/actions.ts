'use server';

import { z } from 'zod';
import { sealLabelTicket } from '@/app/orders/labels/label-ticket';
import { requireSession } from '@/app/session/require-session';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { compose } from '@/src/compose';
import type { CancelReasons } from '@/src/sync/actions/order-commands';
import { AccessEnded } from '@/src/sync/ports/access';

const idOfOrder = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const selection = z.object({ connectionId: z.uuid(), orderIds: z.array(idOfOrder).min(1).max(200) });
const cancellation = selection.extend({ reasonName: z.string().min(1).max(300) });

export type OrderSelection = z.input<typeof selection>;
/** `access`: it has lapsed, the banner says what to do. `platform`: Lazada does not answer now. */
export type Failed = { ok: false; because: 'access' | 'platform' | 'failed' };
export type OrderAnswer<T> = ({ ok: true } & T) | Failed;

/** Errors of the platform become words; what is our own fault goes on to the error face and the log. */
function failure(error: unknown): Failed {
  if (error instanceof AccessEnded) return { ok: false, because: 'access' };
  if (isPlatformError(error)) return { ok: false, because: 'platform' };
  throw error;
}

/** Sẵn sàng giao hàng (R4.6). Recorded as a wish; the list shows what becomes of it. */
export async function readyToShip(input: OrderSelection): Promise<OrderAnswer<{ count: number }>> {
  const { merchantId, userId } = await requireSession();
  const { connectionId, orderIds } = selection.parse(input);
  const { requestReadyToShip } = compose().commands.orders;
  const wished = await requestReadyToShip(merchantId, connectionId, orderIds, userId ?? 'staff');
  return { ok: true, count: wished.length };
}

/** Lazada's reasons for these orders, asked just now (R4.6). */
export async function cancelReasons(input: OrderSelection): Promise<OrderAnswer<{ orders: CancelReasons['orders'] }>> {
  const { merchantId } = await requireSession();
  const { connectionId, orderIds } = selection.parse(input);
  try {
    const { orders } = await compose().commands.orders.cancelReasons(merchantId, connectionId, orderIds);
    return { ok: true, orders };
  } catch (error) {
    return failure(error);
  }
}

/** Hủy đơn hàng with one of Lazada's reasons, by name. */
export async function cancelOrders(
  input: OrderSelection & { reasonName: string },
): Promise<OrderAnswer<{ count: number }>> {
  const { merchantId, userId } = await requireSession();
  const { connectionId, orderIds, reasonName } = cancellation.parse(input);
  const { requestCancel } = compose().commands.orders;
  const wished = await requestCancel(merchantId, connectionId, orderIds, reasonName, userId ?? 'staff');
  return { ok: true, count: wished.length };
}

/** In đơn hàng: an address that works for ten minutes. A new tab does not get the framed app's cookie, hence the ticket. */
export async function labelAddress(input: OrderSelection): Promise<OrderAnswer<{ url: string }>> {
  const { merchantId, locale } = await requireSession();
  const { connectionId, orderIds } = selection.parse(input);
  const ticket = await sealLabelTicket({ merchantId, connectionId, orderIds, locale }, compose().env.NEXTAUTH_SECRET);
  return { ok: true, url: `/orders/labels?ticket=${ticket}` };
}

/** Nhập lại (R10.2): reads the order from Lazada and imports it again. */
export async function reimportOrder(input: {
  connectionId: string;
  orderId: string;
}): Promise<OrderAnswer<{ found: boolean }>> {
  const { merchantId } = await requireSession();
  const { connectionId, orderId } = z.object({ connectionId: z.uuid(), orderId: idOfOrder }).parse(input);
  try {
    return { ok: true, found: await compose().commands.orders.reimportOrder(merchantId, connectionId, orderId) };
  } catch (error) {
    if (isPlatformError(error, 'not_found') || isPlatformError(error, 'rejected')) return { ok: true, found: false };
    return failure(error);
  }
}
