import type { Order, OrderItem, Seller } from '../entities';
import { canBecome, type ItemStatus } from '../item-states';
import { cancelItems, type Initiator } from '../orders/cancel-items';
import { changeStatus, ImpossibleStep } from '../orders/change-status';
import { markReadyToShip, packItems, repackItems } from '../orders/packing';
import { wholeSecond } from '../orders/whole-second';
import type { Platform } from '../platform';
import { ControlRefusal } from '../control-refusal';

export type Step = { to: ItemStatus; reason?: string; initiator?: Initiator };

/** One step of the state machine, by whoever takes it in real life. A step that is not in lazada.md §10.2 is a 409. */
export function advanceItems(platform: Platform, seller: Seller, order: Order, items: OrderItem[], step: Step): void {
  if (items.length === 0) throw new ControlRefusal(409, 'no item left to take a step');
  const stuck = items.find((item) => !canBecome(item.status, step.to));
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
      changeStatus(platform, seller, order, items, step.to);
      for (const item of items) item.reason = step.reason ?? item.reason;
  }
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
    if (item.cancelRequest) item.cancelRequest.autoCancelAt -= byMs;
  }
}
