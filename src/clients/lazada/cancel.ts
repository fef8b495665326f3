import type { LazadaAuth } from './lazada-auth';

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
