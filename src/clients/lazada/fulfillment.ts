import { z } from 'zod';
import { list } from '../wire/rows';
import { flag, id, optionalId, optionalText, text } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaAuth } from './lazada-auth';
import { wireId } from '../http/params';

export type LazadaOrderSelection = { orderId: string; orderItemIds: string[] };

/** `TFS`: Lazada chooses the carrier (local Vietnamese shops); `NTFS`: a provider code must be sent. */
export type LazadaAllocateType = 'TFS' | 'NTFS';

export type LazadaShipmentProviders = {
  /** True: nothing to choose. */
  isPlatformDefault: boolean;
  providers: { name: string; code: string }[];
  allocateType: LazadaAllocateType;
};

/** One element of a batch; a successful call does not mean that every element succeeded (lazada.md §11.1). */
export type LazadaElementResult = {
  ok: boolean;
  /** `0` when ok, else a code of lazada.md §11.1. */
  code: string;
  message?: string;
  /** Lazada's own word whether a repeat may help. */
  retry: boolean;
};

export type LazadaPackedItem = LazadaElementResult & {
  orderId: string;
  orderItemId: string;
  packageId?: string;
  trackingNumber?: string;
  shipmentProvider?: string;
};

export type LazadaPackageResult = LazadaElementResult & { packageId: string };

/** Batches of at most 20. Pack, ready-to-ship and repack are never repeated by the client. */
export type LazadaFulfillmentApi = {
  getShipmentProviders(auth: LazadaAuth, orders: LazadaOrderSelection[]): Promise<LazadaShipmentProviders>;
  pack(
    auth: LazadaAuth,
    orders: LazadaOrderSelection[],
    carrier: { allocateType: LazadaAllocateType; shipmentProviderCode?: string },
  ): Promise<{ items: LazadaPackedItem[] }>;
  readyToShip(auth: LazadaAuth, packageIds: string[]): Promise<{ packages: LazadaPackageResult[] }>;
  /** Dissolves packages: their items can be packed again. */
  repack(auth: LazadaAuth, packageIds: string[]): Promise<{ packages: LazadaPackageResult[] }>;
};

/** The JSON texts Lazada wants as one parameter (lazada.md §11.1). */
export const packagesOf = (packageIds: string[]) => ({ packages: packageIds.map((package_id) => ({ package_id })) });

export const element = z.object({
  item_err_code: optionalText,
  msg: optionalText,
  retry: flag,
});

/** Only an explicit `0` is a success; a missing code is `unknown`. */
export function elementResult(wire: z.infer<typeof element>): LazadaElementResult {
  const code = wire.item_err_code ?? 'unknown';
  return { ok: code === '0', code, message: wire.msg, retry: wire.retry };
}

const providers = z
  .object({
    platform_default: flag,
    shipment_providers: list(z.object({ name: text, provider_code: optionalText })),
    shipping_allocate_type: z.enum(['TFS', 'NTFS']),
  })
  .transform(
    (wire): LazadaShipmentProviders => ({
      isPlatformDefault: wire.platform_default,
      providers: wire.shipment_providers.map(({ name, provider_code }) => ({ name, code: provider_code ?? name })),
      allocateType: wire.shipping_allocate_type,
    }),
  );

const packedItem = element.extend({
  order_item_id: id,
  package_id: optionalId,
  tracking_number: optionalText,
  shipment_provider: optionalText,
});

const packed = z
  .object({ pack_order_list: z.array(z.object({ order_id: id, order_item_list: list(packedItem) })) })
  .transform(({ pack_order_list }) => ({
    items: pack_order_list.flatMap((order) =>
      order.order_item_list.map(
        (wire): LazadaPackedItem => ({
          ...elementResult(wire),
          orderId: order.order_id,
          orderItemId: wire.order_item_id,
          packageId: wire.package_id,
          trackingNumber: wire.tracking_number,
          shipmentProvider: wire.shipment_provider,
        }),
      ),
    ),
  }));

export const packageResults = z.object({ packages: z.array(element.extend({ package_id: id })) }).transform((wire) => ({
  packages: wire.packages.map((one): LazadaPackageResult => ({ ...elementResult(one), packageId: one.package_id })),
}));

const getShipmentProviders: LazadaEndpoint<LazadaOrderSelection[], LazadaShipmentProviders> = {
  operation: 'fulfillment.providers',
  method: 'GET',
  path: '/order/shipment/providers/get',
  repeatable: true,
  params: (orders) => ({
    getShipmentProvidersReq: JSON.stringify({
      orders: orders.map((order) => ({
        order_id: wireId(order.orderId),
        order_item_ids: order.orderItemIds.map(wireId),
      })),
    }),
  }),
  envelope: 'result.data',
  answer: providers,
};

type PackInput = {
  orders: LazadaOrderSelection[];
  allocateType: LazadaAllocateType;
  shipmentProviderCode?: string;
};

const pack: LazadaEndpoint<PackInput, { items: LazadaPackedItem[] }> = {
  operation: 'fulfillment.pack',
  method: 'POST',
  path: '/order/fulfill/pack',
  repeatable: false,
  params: ({ orders, allocateType, shipmentProviderCode }) => ({
    packReq: JSON.stringify({
      pack_order_list: orders.map((order) => ({
        order_id: wireId(order.orderId),
        order_item_list: order.orderItemIds.map(wireId),
      })),
      delivery_type: 'dropship',
      shipping_allocate_type: allocateType,
      shipment_provider_code: shipmentProviderCode,
    }),
  }),
  envelope: 'result.data',
  answer: packed,
};

const onPackages = { method: 'POST', repeatable: false, envelope: 'result.data', answer: packageResults } as const;

const readyToShip: LazadaEndpoint<string[], { packages: LazadaPackageResult[] }> = {
  ...onPackages,
  operation: 'fulfillment.ready_to_ship',
  path: '/order/package/rts',
  params: (packageIds) => ({ readyToShipReq: JSON.stringify(packagesOf(packageIds)) }),
};

const repack: LazadaEndpoint<string[], { packages: LazadaPackageResult[] }> = {
  ...onPackages,
  operation: 'fulfillment.repack',
  path: '/order/package/repack',
  params: (packageIds) => ({ rePackReq: JSON.stringify(packagesOf(packageIds)) }),
};

export function createFulfillmentApi(call: LazadaCall): LazadaFulfillmentApi {
  return {
    getShipmentProviders: (auth, orders) => call(getShipmentProviders, auth, orders),
    pack: (auth, orders, carrier) => call(pack, auth, { orders, ...carrier }),
    readyToShip: (auth, packageIds) => call(readyToShip, auth, packageIds),
    repack: (auth, packageIds) => call(repack, auth, packageIds),
  };
}
