import { z } from 'zod';
import { list } from '../wire/rows';
import { id, optionalText } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaAuth } from './lazada-auth';
import { idList } from '../http/params';

/** Ids differ per country and order: always fetch them (lazada.md §12.1). */
export type LazadaCancelReason = { reasonId: string; name: string };

export type LazadaTip = { tip?: string /** Lower case: `success`, `warn`, `warning`, `error`. */; tipType: string };

/** `tipType` `error` or no reasons: it cannot be canceled, and `tip` says why. */
export type LazadaCancelOptions = LazadaTip & { reasons: LazadaCancelReason[] };

/** All three are GETs on the wire, and the last two are writes: never repeated by the client. */
export type LazadaCancelApi = {
  validateCancel(auth: LazadaAuth, orderId: string, orderItemIds: string[]): Promise<LazadaCancelOptions>;
  /** A tip of type `error` is thrown as `rejected` with code `tip_error`. */
  cancelItems(auth: LazadaAuth, orderId: string, orderItemIds: string[], reasonId: string): Promise<LazadaTip>;
  /** Answers a buyer's request to cancel (lazada.md §12.2). */
  decideCancel(
    auth: LazadaAuth,
    decision: { reverseOrderId: string; agree: boolean; reasonCode?: string },
  ): Promise<void>;
};

const tip = z
  .object({ tip_content: optionalText, tip_type: optionalText })
  .transform((wire): LazadaTip => ({ tip: wire.tip_content, tipType: wire.tip_type?.toLowerCase() ?? 'success' }));

const reason = z
  .object({ reason_id: id, reason_name: optionalText })
  .transform((wire): LazadaCancelReason => ({ reasonId: wire.reason_id, name: wire.reason_name ?? wire.reason_id }));

const options = z
  .object({ reason_options: list(reason) })
  .transform((wire) => ({ reasons: wire.reason_options }))
  .and(tip);

type CancelInput = { orderId: string; orderItemIds: string[]; reasonId?: string };

const validateCancel: LazadaEndpoint<CancelInput, LazadaCancelOptions> = {
  operation: 'cancel.validate',
  method: 'GET',
  path: '/order/reverse/cancel/validate',
  repeatable: true,
  params: ({ orderId, orderItemIds }) => ({ order_id: orderId, order_item_id_list: idList(orderItemIds) }),
  envelope: 'data',
  answer: options,
};

const cancelItems: LazadaEndpoint<CancelInput, LazadaTip> = {
  operation: 'cancel.create',
  method: 'GET',
  path: '/order/reverse/cancel/create',
  repeatable: false,
  params: ({ orderId, orderItemIds, reasonId }) => ({
    order_id: orderId,
    order_item_id_list: idList(orderItemIds),
    reason_id: reasonId,
  }),
  envelope: 'data',
  answer: tip,
  // Lazada says no with code 0 and a tip: that must not pass as success (spec R8.4).
  refusalIn: ({ tipType, tip: words }) =>
    tipType === 'error' ? { code: 'tip_error', platformMessage: words } : undefined,
};

type Decision = { reverseOrderId: string; agree: boolean; reasonCode?: string };

const decideCancel: LazadaEndpoint<Decision, unknown> = {
  operation: 'cancel.decide',
  method: 'GET',
  path: '/order/reverse/cancel/seller/decide',
  repeatable: false,
  params: ({ reverseOrderId, agree, reasonCode }) => ({
    reverse_order_id: reverseOrderId,
    agree_cancel: agree,
    reason_code: reasonCode,
  }),
  envelope: 'data',
  answer: z.unknown(),
};

export function createCancelApi(call: LazadaCall): LazadaCancelApi {
  return {
    validateCancel: (auth, orderId, orderItemIds) => call(validateCancel, auth, { orderId, orderItemIds }),
    cancelItems: (auth, orderId, orderItemIds, reasonId) =>
      call(cancelItems, auth, { orderId, orderItemIds, reasonId }),
    decideCancel: async (auth, decision) => {
      await call(decideCancel, auth, decision);
    },
  };
}
