/** What every push carries (lazada.md §14.3). */
type PushEnvelope = { sellerId: string; sentAt?: Date; site?: string };

export type LazadaPushedSku = { skuId: string; sellerSku?: string; shopSku?: string };

/**
 * A push only says "look again": re-read before acting. Types that we do not use, and known types whose data
 * cannot be read, survive as `other` (spec R8.4).
 */
export type LazadaPush =
  | (PushEnvelope & {
      type: 'order';
      orderStatus: string;
      orderId: string;
      orderItemId: string;
      statusUpdatedAt?: Date;
      reverseOrderId?: string;
    })
  | (PushEnvelope & { type: 'product_qc'; itemId: string; status: string; reason?: string })
  | (PushEnvelope & {
      type: 'product';
      change: 'created' | 'edited' | 'deleted';
      itemId: string;
      skus: LazadaPushedSku[];
      action?: string;
      statusUpdatedAt?: Date;
    })
  | (PushEnvelope & { type: 'shallow_stock'; sellerSku?: string; skuId: string })
  | (PushEnvelope & { type: 'token_expiring'; expiresAt?: Date })
  | (PushEnvelope & {
      type: 'reverse_order';
      reverseOrderId: string;
      orderId: string;
      orderItemId?: string;
      reverseStatus: string;
      statusUpdatedAt?: Date;
    })
  | (PushEnvelope & { type: 'seller_status'; status: string })
  | (PushEnvelope & {
      type: 'fulfillment';
      orderId: string;
      packageId?: string;
      status: string;
      statusUpdatedAt?: Date;
    })
  | (PushEnvelope & { type: 'other'; messageType?: number });

/** A push without its envelope. */
export type PushData = DistributiveOmit<Exclude<LazadaPush, { type: 'other' }>, keyof PushEnvelope>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
