import type { UnreadableRow } from '../wire/rows';
import type { LazadaAuth } from './lazada-auth';

export type LazadaReverseQuery = {
  /** From 1. */
  pageNo: number;
  /** 10 when absent. */
  pageSize?: number;
  tradeOrderId?: string;
  reverseOrderId?: string;
  modifiedFrom?: Date;
  modifiedTo?: Date;
};

/** Refund in whole đồng in Vietnam (lazada.md §12.3). */
export type LazadaReverseLine = {
  reverseOrderLineId: string;
  tradeOrderLineId?: string;
  reverseStatus?: string;
  ofcStatus?: string;
  reasonText?: string;
  refundAmount: number;
  isNeedRefund: boolean;
  isDispute: boolean;
  sellerSku?: string;
  skuId?: string;
  trackingNumber?: string;
  createdAt?: Date;
  updatedAt?: Date;
};

export type LazadaReverseOrder = {
  reverseOrderId: string;
  tradeOrderId: string;
  /** `CANCEL`, `RETURN` or `ONLY_REFUND`. */
  requestType?: string;
  /** The goods go back to the seller. */
  isReturnToMerchant: boolean;
  shippingType?: string;
  lines: LazadaReverseLine[];
};

export type LazadaReversePage = { total: number; orders: LazadaReverseOrder[]; unreadable: UnreadableRow[] };

export type LazadaReverseApi = {
  listReverseOrders(auth: LazadaAuth, query: LazadaReverseQuery): Promise<LazadaReversePage>;
};
