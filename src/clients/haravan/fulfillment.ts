import { z } from 'zod';
import { wireId } from '../http/params';
import { optionalUtcInstant } from '../wire/instant';
import { list } from '../wire/rows';
import { absentable, amount, countOrZero, id, optionalId, optionalText } from '../wire/scalars';
import { at, type HaravanCall, type HaravanEndpoint } from './endpoint';
import { rooted } from './fields';
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
  getFulfillment(auth: HaravanAuth, orderId: string, fulfillmentId: string): Promise<HaravanFulfillment>;
  /** Not repeated by the client. */
  createFulfillment(auth: HaravanAuth, orderId: string, draft: HaravanFulfillmentDraft): Promise<HaravanFulfillment>;
  updateFulfillment(
    auth: HaravanAuth,
    orderId: string,
    fulfillmentId: string,
    update: HaravanFulfillmentUpdate,
  ): Promise<HaravanFulfillment>;
};

export const fulfillmentSchema = z
  .object({
    id,
    order_id: optionalId,
    status: optionalText,
    tracking_number: optionalText,
    tracking_company: optionalText,
    tracking_url: optionalText,
    location_id: optionalId,
    note: optionalText,
    carrier_status_code: optionalText,
    carrier_cod_status_code: optionalText,
    cod_amount: absentable(amount),
    line_items: list(z.object({ id, quantity: countOrZero })),
    created_at: optionalUtcInstant,
    updated_at: optionalUtcInstant,
  })
  .transform(
    (wire): HaravanFulfillment => ({
      id: wire.id,
      orderId: wire.order_id,
      status: wire.status,
      trackingNumber: wire.tracking_number,
      trackingCompany: wire.tracking_company,
      trackingUrl: wire.tracking_url,
      locationId: wire.location_id,
      note: wire.note,
      carrierStatusCode: wire.carrier_status_code,
      codStatusCode: wire.carrier_cod_status_code,
      codAmount: wire.cod_amount,
      lineItems: wire.line_items,
      createdAt: wire.created_at,
      updatedAt: wire.updated_at,
    }),
  );

function tracking(update: HaravanFulfillmentUpdate) {
  return {
    tracking_number: update.trackingNumber,
    tracking_company: update.trackingCompany,
    tracking_url: update.trackingUrl,
    note: update.note,
  };
}

const listFulfillments: HaravanEndpoint<string, HaravanFulfillment[]> = {
  operation: 'fulfillments.list',
  method: 'GET',
  path: (orderId) => `/orders/${at(orderId)}/fulfillments.json`,
  repeatable: true,
  answer: rooted('fulfillments', z.array(fulfillmentSchema)),
};

const getFulfillment: HaravanEndpoint<{ orderId: string; fulfillmentId: string }, HaravanFulfillment> = {
  operation: 'fulfillments.get',
  method: 'GET',
  path: ({ orderId, fulfillmentId }) => `/orders/${at(orderId)}/fulfillments/${at(fulfillmentId)}.json`,
  repeatable: true,
  answer: rooted('fulfillment', fulfillmentSchema),
};

const createFulfillment: HaravanEndpoint<{ orderId: string; draft: HaravanFulfillmentDraft }, HaravanFulfillment> = {
  operation: 'fulfillments.create',
  method: 'POST',
  path: ({ orderId }) => `/orders/${at(orderId)}/fulfillments.json`,
  body: ({ draft }) => ({
    fulfillment: {
      ...tracking(draft),
      location_id: draft.locationId && wireId(draft.locationId),
      notify_customer: draft.notifyCustomer ?? false,
      line_items: draft.lineItemIds.map((lineItemId) => ({ id: wireId(lineItemId) })),
    },
  }),
  repeatable: false,
  answer: rooted('fulfillment', fulfillmentSchema),
};

type UpdateInput = { orderId: string; fulfillmentId: string; update: HaravanFulfillmentUpdate };

const updateFulfillment: HaravanEndpoint<UpdateInput, HaravanFulfillment> = {
  operation: 'fulfillments.update',
  method: 'PUT',
  path: ({ orderId, fulfillmentId }) => `/orders/${at(orderId)}/fulfillments/${at(fulfillmentId)}.json`,
  body: ({ fulfillmentId, update }) => ({ fulfillment: { id: wireId(fulfillmentId), ...tracking(update) } }),
  repeatable: true,
  answer: rooted('fulfillment', fulfillmentSchema),
};

export function createFulfillmentsApi(call: HaravanCall): HaravanFulfillmentsApi {
  return {
    listFulfillments: (auth, orderId) => call(listFulfillments, auth, orderId),
    getFulfillment: (auth, orderId, fulfillmentId) => call(getFulfillment, auth, { orderId, fulfillmentId }),
    createFulfillment: (auth, orderId, draft) => call(createFulfillment, auth, { orderId, draft }),
    updateFulfillment: (auth, orderId, fulfillmentId, update) =>
      call(updateFulfillment, auth, { orderId, fulfillmentId, update }),
  };
}
