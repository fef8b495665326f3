import type { HaravanAuth } from './haravan-auth';

/** haravan.md §2.19. */
export type HaravanFulfillment = {
  id: string;
  orderId?: string;
  /** `success`, …. */
  status?: string;
  trackingNumber?: string;
  trackingCompany?: string;
  trackingUrl?: string;
  locationId?: string;
  note?: string;
  /** `readytopick`, `picking`, `delivering`, `delivered`, `cancel`, `return`, … (haravan.md §5.1). */
  carrierStatusCode?: string;
  /** `none`, `codpending`, `codpaid`, `codreceipt`, `codnotreceipt`. */
  codStatusCode?: string;
  codAmount?: number;
  lineItems: { id: string; quantity: number }[];
  createdAt?: Date;
  updatedAt?: Date;
};

export type HaravanFulfillmentDraft = {
  lineItemIds: string[];
  trackingNumber?: string;
  trackingCompany?: string;
  trackingUrl?: string;
  locationId?: string;
  note?: string;
  /** false when absent. */
  notifyCustomer?: boolean;
};

export type HaravanFulfillmentUpdate = {
  trackingNumber?: string;
  trackingCompany?: string;
  trackingUrl?: string;
  note?: string;
};

export type HaravanFulfillmentsApi = {
  listFulfillments(auth: HaravanAuth, orderId: string): Promise<HaravanFulfillment[]>;
  /** Not repeated by the client. */
  createFulfillment(auth: HaravanAuth, orderId: string, draft: HaravanFulfillmentDraft): Promise<HaravanFulfillment>;
  updateFulfillment(
    auth: HaravanAuth,
    orderId: string,
    fulfillmentId: string,
    update: HaravanFulfillmentUpdate,
  ): Promise<HaravanFulfillment>;
};
