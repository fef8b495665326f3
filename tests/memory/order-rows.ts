import type { ActionKind } from '@/src/sync/ports/actions';
import type { CreateState, OrderDecision } from '@/src/sync/ports/order-imports';
import type { FeedItem, OrderDetail, OrderTabName, SeenBy } from '@/src/sync/ports/orders';

/** Rows of orders and of what merchants asked for; the columns of prisma/schema.prisma, without Prisma. */
export type OrderRow = {
  lazadaOrderId: string;
  lazadaCreatedAt: Date;
  lazadaUpdatedAt: Date;
  statuses: readonly string[];
  paymentMethod: string;
  total: number;
  detail: OrderDetail;
  detailHash: string;
  itemsReadAt: Date | null;
  wasPaid: boolean;
  firstSeenAt: Date;
  firstSeenBy: SeenBy;
  wanted: number;
  done: number;
  dueAt: Date;
  attempts: number;
  blockedBy: string | null;
  decision: OrderDecision;
  decisionReason: string | null;
  force: boolean;
  importAnyway: boolean;
  createStartedAt: Date | null;
  createAnsweredAt: Date | null;
  createScans: number;
  createState: CreateState;
  haravanOrderId: string | null;
  haravanName: string | null;
  haravanLocation: string | null;
  importedAt: Date | null;
  tab: OrderTabName;
  deadlineAt: Date | null;
  endedAt: Date | null;
};

export type ItemRow = Omit<FeedItem, 'shipped'> & {
  lazadaOrderId: string;
  everShipped: boolean;
  variantId: string | null;
  haravanLineId: string | null;
  haravanVariantId: string | null;
  canceledInHaravan: boolean;
};

export type PackageRow = {
  packageId: string;
  lazadaOrderId: string;
  haravanFulfillmentId: string | null;
  trackingCode: string | null;
  state: string;
};

export type ActionRow = {
  id: string;
  lazadaOrderId: string;
  kind: ActionKind;
  reasonName: string | null;
  orderItemIds: readonly string[];
  runId: string | null;
  state: 'wanted' | 'done' | 'refused' | 'withdrawn';
  nothingToDo: boolean;
  dueAt: Date;
  attempts: number;
  message: string | null;
  code: string | null;
  requestedBy: string;
  createdAt: Date;
  finishedAt: Date | null;
};
