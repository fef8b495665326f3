import { z } from 'zod';
import { optionalVietnamInstant } from '../wire/instant';
import { list } from '../wire/rows';
import { optionalId, optionalText } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
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

const event = z
  .object({
    title: optionalText,
    description: optionalText,
    status_code: optionalText,
    detail_type: optionalText,
    event_time: optionalVietnamInstant.catch(undefined),
  })
  .transform(
    (wire): LazadaTraceEvent => ({
      title: wire.title,
      description: wire.description,
      statusCode: wire.status_code,
      detailType: wire.detail_type,
      at: wire.event_time,
    }),
  );

const tracedPackage = z
  .object({ ofc_package_id: optionalId, tracking_number: optionalText, logistic_detail_info_list: list(event) })
  .transform(
    (wire): LazadaTracedPackage => ({
      packageId: wire.ofc_package_id,
      trackingNumber: wire.tracking_number,
      events: wire.logistic_detail_info_list,
    }),
  );

const trace = z
  .object({ module: list(z.object({ package_detail_info_list: list(tracedPackage) })) })
  .transform(({ module }) => ({ packages: module.flatMap((order) => order.package_detail_info_list) }));

const traceOrder: LazadaEndpoint<string, { packages: LazadaTracedPackage[] }> = {
  operation: 'orders.trace',
  method: 'GET',
  path: '/logistic/order/trace',
  repeatable: true,
  params: (orderId) => ({ order_id: orderId, locale: 'vi' }),
  envelope: 'result',
  answer: trace,
};

export function createTraceApi(call: LazadaCall): LazadaTraceApi {
  return { traceOrder: (auth, orderId) => call(traceOrder, auth, orderId) };
}
