import type { LazadaAuth } from './lazada-auth';

export type LazadaTraceEvent = {
  title?: string;
  description?: string;
  /** e.g. `1200`. */
  statusCode?: string;
  /** e.g. `ready_to`. */
  detailType?: string;
  at?: Date;
};

export type LazadaTracedPackage = { packageId?: string; trackingNumber?: string; events: LazadaTraceEvent[] };

/** `/logistic/order/trace` (lazada.md §13): empty before ready-to-ship. */
export type LazadaTraceApi = {
  traceOrder(auth: LazadaAuth, orderId: string): Promise<{ packages: LazadaTracedPackage[] }>;
};
