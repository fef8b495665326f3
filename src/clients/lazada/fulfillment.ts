import type { LazadaAuth } from './lazada-auth';

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
