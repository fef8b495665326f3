import { z } from 'zod';
import { wireId } from '../http/params';
import { list } from '../wire/rows';
import { flag, id } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import {
  element,
  elementResult,
  type LazadaElementResult,
  type LazadaOrderSelection,
  type LazadaPackageResult,
  packageResults,
  packagesOf,
} from './fulfillment';
import type { LazadaAuth } from './lazada-auth';

export type LazadaDigitalItem = LazadaElementResult & { orderId: string; orderItemId: string };

/** What the seller's own carrier says of a parcel. */
export type LazadaOwnFleetStatus = {
  packageId: string;
  trackingNumber: string;
  carrierCode: string;
  latestStatus: string;
  latestEvent?: string;
};

/**
 * What a seller reports who delivers without Lazada's carriers (lazada.md §11.1): by an own fleet (`isSellerOwnFleet`
 * on the item; else code 700009) or digitally (`isDigital`; else 700020). Batches of at most 20, never repeated.
 */
export type LazadaDeliveryApi = {
  reportDelivered(auth: LazadaAuth, packageIds: string[]): Promise<{ packages: LazadaPackageResult[] }>;
  reportFailedDelivery(auth: LazadaAuth, packageIds: string[]): Promise<{ packages: LazadaPackageResult[] }>;
  /** Some shops only. */
  reportStatus(auth: LazadaAuth, status: LazadaOwnFleetStatus): Promise<void>;
  deliverDigital(auth: LazadaAuth, orders: LazadaOrderSelection[]): Promise<{ items: LazadaDigitalItem[] }>;
};

type PackagesEndpoint = LazadaEndpoint<string[], { packages: LazadaPackageResult[] }>;
const report = { method: 'POST', repeatable: false, envelope: 'result.data' } as const;

const delivered: PackagesEndpoint = {
  ...report,
  operation: 'delivery.delivered',
  path: '/order/package/sof/delivered',
  params: (packageIds) => ({ dbsDeliveryReq: JSON.stringify(packagesOf(packageIds)) }),
  answer: packageResults,
};

const failed: PackagesEndpoint = {
  ...report,
  operation: 'delivery.failed',
  path: '/order/package/sof/failed_delivery',
  params: (packageIds) => ({ dbsFailedDeliveryReq: JSON.stringify(packagesOf(packageIds)) }),
  answer: packageResults,
};

/** Said beside the code, or in the result; silence is no success. */
const confirmed = z
  .object({ success: flag, result: z.object({ success: flag }).optional().catch(undefined) })
  .refine((answer) => answer.success || answer.result?.success, 'not confirmed');

/** Fields and JSON of this API are in camel case, unlike its neighbors. */
const status: LazadaEndpoint<LazadaOwnFleetStatus, unknown> = {
  ...report,
  operation: 'delivery.status',
  path: '/order/package/sof/status/update',
  envelope: 'top',
  params: ({ packageId, trackingNumber, carrierCode, latestStatus, latestEvent }) => ({
    trackingNumber,
    source: 'OPENAPI',
    carrierCode,
    tag: packageId,
    trackInfo: JSON.stringify({ latestStatus, latestEvent }),
  }),
  answer: confirmed,
};

const digitalItem = element.extend({ order_item_id: id });
const digitalItems = z
  .object({ orders: z.array(z.object({ order_id: id, order_item_list: list(digitalItem) })) })
  .transform(({ orders }) => ({
    items: orders.flatMap((order) =>
      order.order_item_list.map(
        (item): LazadaDigitalItem => ({
          ...elementResult(item),
          orderId: order.order_id,
          orderItemId: item.order_item_id,
        }),
      ),
    ),
  }));

const digital: LazadaEndpoint<LazadaOrderSelection[], { items: LazadaDigitalItem[] }> = {
  ...report,
  operation: 'delivery.digital',
  path: '/order/digital/delivered',
  params: (orders) => ({
    digitalDeliveryReq: JSON.stringify({
      orders: orders.map((order) => ({
        order_id: wireId(order.orderId),
        order_item_list: order.orderItemIds.map(wireId),
      })),
    }),
  }),
  answer: digitalItems,
};

export function createDeliveryApi(call: LazadaCall): LazadaDeliveryApi {
  return {
    reportDelivered: (auth, packageIds) => call(delivered, auth, packageIds),
    reportFailedDelivery: (auth, packageIds) => call(failed, auth, packageIds),
    reportStatus: async (auth, input) => {
      await call(status, auth, input);
    },
    deliverDigital: (auth, orders) => call(digital, auth, orders),
  };
}
