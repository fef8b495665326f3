import type { Order, OrderItem, Seller } from '../entities';
import { canItemBecome, type ItemStatus } from '../item-states';
import { cancelItems, type Initiator } from '../orders/cancel-items';
import { changeStatus, ImpossibleStep } from '../orders/change-status';
import { markReadyToShip, packItems, repackItems } from '../orders/packing';
import { wholeSecond } from '../orders/whole-second';
import { moveReverse, openReverse, reverseOf } from '../reverse/move-reverse';
import type { Platform } from '../platform';
import { ControlRefusal } from '../control-refusal';

export type Step = { to: ItemStatus; reason?: string; initiator?: Initiator };

/** One step of the state machine, by whoever takes it in real life. A step that is not in lazada.md §10.2 is a 409. */
export function advanceItems(platform: Platform, seller: Seller, order: Order, items: OrderItem[], step: Step): void {
  if (items.length === 0) throw new ControlRefusal(409, 'no item left to take a step');
  const stuck = items.find((item) => !canItemBecome(item, step.to));
  if (stuck) throw new ControlRefusal(409, `${stuck.orderItemId}: ${stuck.status} cannot become ${step.to}`);
  try {
    takeStep(platform, seller, order, items, step);
  } catch (error) {
    throw error instanceof ImpossibleStep ? new ControlRefusal(409, error.message) : error;
  }
}

function takeStep(platform: Platform, seller: Seller, order: Order, items: OrderItem[], step: Step): void {
  switch (step.to) {
    case 'canceled':
      cancelItems(platform, seller, order, items, { reason: step.reason ?? '', initiator: step.initiator ?? 'buyer' });
      return;
    case 'packed':
      packItems(platform, seller, order, items);
      return;
    case 'ready_to_ship':
      wholePackages(platform, seller, order, items, step.to, markReadyToShip);
      return;
    case 'repacked':
      wholePackages(platform, seller, order, items, step.to, repackItems);
      return;
    default:
      keepReverse(platform, seller, order, items, step);
      changeStatus(platform, seller, order, items, step.to);
      for (const item of items) item.reason = step.reason ?? item.reason;
  }
}

/** A unit that goes back has a reverse order, also when somebody moves it by hand (push type 10). */
function keepReverse(platform: Platform, seller: Seller, order: Order, items: OrderItem[], step: Step): void {
  const backs = items.filter(({ status }) => status === 'rtm_init');
  const state = step.to === 'returned' ? 'refunded' : 'withdrawn';
  for (const item of backs) {
    const found = reverseOf(seller, item);
    if (found) moveReverse(platform, seller, found.reverse, found.line, { to: state, operator: 'system' });
  }
  const fresh = items.filter((item) => !backs.includes(item));
  if ((step.to !== 'rtm_init' && step.to !== 'returned') || fresh.length === 0) return;
  const request = { kind: 'RETURN', reason: step.reason ?? '', operator: 'buyer' } as const;
  const reverse = openReverse(platform, seller, order, fresh, request);
  for (const item of fresh) item.cancelInitiator = 'return-customer';
  if (step.to === 'rtm_init') return;
  for (const line of reverse.lines)
    moveReverse(platform, seller, reverse, line, { to: 'refunded', operator: 'system' });
}

/** These two concern packages: the items named stand for the packages they lie in. */
function wholePackages(
  platform: Platform,
  seller: Seller,
  order: Order,
  items: OrderItem[],
  to: ItemStatus,
  act: typeof markReadyToShip,
): void {
  const parcels = [...new Set(items.map((item) => item.packageId))].flatMap((id) => seller.packages.get(id) ?? []);
  const loose = items.filter((item) => item.packageId === '');
  if (loose.length > 0) changeStatus(platform, seller, order, loose, to);
  for (const parcel of parcels) act(platform, seller, parcel);
}

/** The buyer pays an order that was placed unpaid. */
export function payOrder(platform: Platform, seller: Seller, order: Order): void {
  if (order.unpaidUntil === null) throw new ControlRefusal(409, `order ${order.orderId} does not wait for payment`);
  const unpaid = order.items.filter((item) => item.status === 'unpaid');
  order.unpaidUntil = null;
  order.paidAt = wholeSecond(platform.clock.now());
  changeStatus(platform, seller, order, unpaid, 'pending');
}

/** Makes an order older than it is, where a moving clock would make every signature stale. */
export function ageOrder(order: Order, byMs: number): void {
  order.createdAt -= byMs;
  order.updatedAt -= byMs;
  if (order.paidAt !== null) order.paidAt -= byMs;
  if (order.unpaidUntil !== null) order.unpaidUntil -= byMs;
  for (const item of order.items) {
    item.statusAt -= byMs;
    for (const past of item.history) past.at -= byMs;
    if (item.autoStep) item.autoStep.at -= byMs;
    if (item.cancelRequest) item.cancelRequest.autoCancelAt -= byMs;
  }
}
