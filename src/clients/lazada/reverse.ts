import { z } from 'zod';
import { optionalVietnamInstant } from '../wire/instant';
import { announced, list, rows, type UnreadableRow } from '../wire/rows';
import { absentable, amountOrZero, count, flag, id, optionalId, optionalText } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
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

const line = z
  .object({
    reverse_order_line_id: id,
    trade_order_line_id: optionalId,
    reverse_status: optionalText,
    ofc_status: optionalText,
    reason_text: optionalText,
    refund_amount: amountOrZero,
    is_need_refund: flag,
    is_dispute: flag,
    seller_sku_id: optionalText,
    platform_sku_id: optionalId,
    tracking_number: optionalText,
    return_order_line_gmt_create: optionalVietnamInstant,
    return_order_line_gmt_modified: optionalVietnamInstant,
  })
  .transform(
    (wire): LazadaReverseLine => ({
      reverseOrderLineId: wire.reverse_order_line_id,
      tradeOrderLineId: wire.trade_order_line_id,
      reverseStatus: wire.reverse_status,
      ofcStatus: wire.ofc_status,
      reasonText: wire.reason_text,
      refundAmount: wire.refund_amount,
      isNeedRefund: wire.is_need_refund,
      isDispute: wire.is_dispute,
      sellerSku: wire.seller_sku_id,
      skuId: wire.platform_sku_id,
      trackingNumber: wire.tracking_number,
      createdAt: wire.return_order_line_gmt_create,
      updatedAt: wire.return_order_line_gmt_modified,
    }),
  );

/** The detail calls the lines `reverseOrderLineDTOList` (lazada.md §12.3). */
export const reverseOrderSchema: z.ZodType<LazadaReverseOrder> = z
  .object({
    reverse_order_id: id,
    trade_order_id: id,
    request_type: optionalText,
    is_rtm: flag,
    shipping_type: optionalText,
    reverse_order_lines: list(line),
    reverseOrderLineDTOList: list(line),
  })
  .transform((wire) => ({
    reverseOrderId: wire.reverse_order_id,
    tradeOrderId: wire.trade_order_id,
    requestType: wire.request_type,
    isReturnToMerchant: wire.is_rtm,
    shippingType: wire.shipping_type,
    lines: [...wire.reverse_order_lines, ...wire.reverseOrderLineDTOList],
  }));

const wirePage = z
  .object({ total: absentable(count), items: rows(reverseOrderSchema, 'reverse_order_id') })
  .transform(({ total, items }): LazadaReversePage => {
    const sent = items.rows.length + items.unreadable.length;
    return { total: total ?? sent, orders: items.rows, unreadable: items.unreadable };
  });

const listReverseOrders: LazadaEndpoint<LazadaReverseQuery, LazadaReversePage> = {
  operation: 'reverse.list',
  method: 'GET',
  path: '/reverse/getreverseordersforseller',
  repeatable: true,
  params: (query) => ({
    page_no: query.pageNo,
    page_size: query.pageSize ?? 10,
    trade_order_id: query.tradeOrderId,
    reverse_order_id: query.reverseOrderId,
    ReverseOrderLineModifiedTimeRangeStart: query.modifiedFrom?.getTime(),
    ReverseOrderLineModifiedTimeRangeEnd: query.modifiedTo?.getTime(),
  }),
  envelope: 'result',
  answer: announced(['total', 'items'], wirePage),
};

export function createReverseApi(call: LazadaCall): LazadaReverseApi {
  return { listReverseOrders: (auth, query) => call(listReverseOrders, auth, query) };
}
