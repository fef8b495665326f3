import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { ConnectionView, HaravanAccess } from '../ports/access';
import type { IssueStore } from '../ports/issues';
import type { OrderImportStore, OrderRecord } from '../ports/order-imports';
import type { OrderFeedStore } from '../ports/orders';
import type { Trail } from '../ports/trail';
import type { Turn } from '../ports/turn';
import type { PushWishes } from '../ports/wishes';
import type { Clock, Log, Random } from '../ports/world';

export type ImportDeps = {
  haravan: Pick<
    HaravanClient,
    | 'listOrders'
    | 'getOrder'
    | 'createOrder'
    | 'searchCustomers'
    | 'createCustomer'
    | 'createFulfillment'
    | 'setCarrierStatus'
    | 'addOrderTags'
    | 'createTransaction'
    | 'createRefund'
    | 'cancelOrder'
  >;
  orders: OrderImportStore;
  catalog: Pick<OrderFeedStore, 'variantsOfCodes'>;
  wishes: Pick<PushWishes, 'wish'>;
  issues: IssueStore;
  trail: Trail;
  clock: Clock;
  random: Random;
  log: Log;
  /** How long the Haravan client waits for an answer: a lost create may still land until then (design §6). */
  haravanTimeoutMs: number;
  /** How long after that a write may still land. */
  lateWriteMs: number;
};

/** One order of one turn. */
export type ImportJob = { turn: Turn; connection: ConnectionView; auth: HaravanAccess; record: OrderRecord };

/** The order was parked with a reason and a time; nothing more is to be done now. */
export const PARKED = Symbol('parked');

export const variantsOf = ({ items }: OrderRecord): string[] => [
  ...new Set(items.flatMap((item) => item.haravanVariantId ?? item.variantId ?? [])),
];
