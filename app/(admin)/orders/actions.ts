'use server';

import { z } from 'zod';
import { sealLabelTicket } from '@/app/orders/labels/label-ticket';
import { requireSession } from '@/app/session/require-session';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { compose } from '@/src/compose';
import type { OrderPick } from '@/src/queries/orders/order-picks';
import type { CancelReasons } from '@/src/sync/actions/order-commands';
import type { Requested } from '@/src/sync/ports/actions';
import { AccessEnded } from '@/src/sync/ports/access';
import { orderParams } from './order-params';

const idOfOrder = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const selection = z.object({ connectionId: z.uuid(), orderIds: z.array(idOfOrder).min(1).max(500) });
const cancellation = selection.extend({ reasonName: z.string().min(1).max(300) });

export type OrderSelection = z.input<typeof selection>;
/** `access`: it has lapsed, the banner says what to do. `platform`: Lazada does not answer now. */
export type Failed = { ok: false; because: 'access' | 'platform' | 'failed' };
export type OrderAnswer<T> = ({ ok: true } & T) | Failed;

/** How many orders wait for it now, and how many did so before because somebody else pressed first. */
export type Pressed = { count: number; underWay: number };
const pressed = ({ wished, underWay }: Requested): OrderAnswer<Pressed> => {
  return { ok: true, count: wished.length, underWay: underWay.length };
};

/** Errors of the platform become words; what is our own fault goes on to the error face and the log. */
function failure(error: unknown): Failed {
  if (error instanceof AccessEnded) return { ok: false, because: 'access' };
  if (isPlatformError(error)) return { ok: false, because: 'platform' };
  throw error;
}

/** Sẵn sàng giao hàng (R4.6). Recorded as a wish; the list shows what becomes of it. */
export async function readyToShip(input: OrderSelection): Promise<OrderAnswer<Pressed>> {
  const { merchantId, userId } = await requireSession();
  const { connectionId, orderIds } = selection.parse(input);
  const { requestReadyToShip } = compose().commands.orders;
  return pressed(await requestReadyToShip(merchantId, connectionId, orderIds, userId ?? 'staff'));
}

/** Lazada's reasons for these orders, asked just now (R4.6). */
export async function cancelReasons(
  input: OrderSelection,
): Promise<OrderAnswer<Pick<CancelReasons, 'orders' | 'unasked'>>> {
  const { merchantId } = await requireSession();
  const { connectionId, orderIds } = selection.parse(input);
  try {
    const { orders, unasked } = await compose().commands.orders.cancelReasons(merchantId, connectionId, orderIds);
    return { ok: true, orders, unasked };
  } catch (error) {
    return failure(error);
  }
}

/** Hủy đơn hàng with one of Lazada's reasons, by name. */
export async function cancelOrders(input: OrderSelection & { reasonName: string }): Promise<OrderAnswer<Pressed>> {
  const { merchantId, userId } = await requireSession();
  const { connectionId, orderIds, reasonName } = cancellation.parse(input);
  const { requestCancel } = compose().commands.orders;
  return pressed(await requestCancel(merchantId, connectionId, orderIds, reasonName, userId ?? 'staff'));
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

const one = z.object({ connectionId: z.uuid(), orderId: idOfOrder });
type OneOrder = z.input<typeof one>;

/** Hủy đơn hàng in Haravan only: Lazada has canceled it, and processing is at Haravan (R4.5, design §6). */
export async function followCancellation(input: OneOrder): Promise<OrderAnswer<Pressed>> {
  const { merchantId, userId } = await requireSession();
  const { connectionId, orderId } = one.parse(input);
  const { followCancellation: follow } = compose().commands.orders;
  return pressed(await follow(merchantId, connectionId, orderId, userId ?? 'staff'));
}

/** The answer to a buyer who wants to cancel (lazada.md §12.2). */
export async function answerCancelRequest(input: OneOrder & { agree: boolean }): Promise<OrderAnswer<Pressed>> {
  const { merchantId, userId } = await requireSession();
  const { connectionId, orderId, agree } = one.extend({ agree: z.boolean() }).parse(input);
  const { answerCancelRequest: answer } = compose().commands.orders;
  return pressed(await answer(merchantId, connectionId, orderId, agree, userId ?? 'staff'));
}

/** Dừng: what of a run was not begun yet is taken back (R6.2). */
export async function withdrawRun(input: { connectionId: string; runId: string }): Promise<void> {
  const { merchantId } = await requireSession();
  const { connectionId, runId } = z.object({ connectionId: z.uuid(), runId: z.uuid() }).parse(input);
  await compose().commands.orders.withdrawRun(merchantId, connectionId, runId);
}

/** Every order that matches the filter, also on other pages. */
export async function pickMatching(input: { connectionId: string; tab: string; search: string }): Promise<OrderPick[]> {
  const { merchantId } = await requireSession();
  const filter = orderParams.parse(input);
  return compose().queries.orderPicks(merchantId, z.uuid().parse(input.connectionId), filter);
}
