import type { LazadaAuth } from '@/src/clients/lazada/lazada-auth';
import type { LazadaClient } from '@/src/clients/lazada/lazada-client';

export type OrderAt = { orderId: string; orderItemIds: string[] };
export type SkuAt = { itemId: string; skuId: string; sellerSku: string; price: number; sellable: number };
export type ReturnAt = OrderAt & { reverseOrderId: string; reverseOrderLineIds: string[] };

/** Where Lazada's operations are tried: what is there to be asked for. */
export type LazadaPlace = {
  client: LazadaClient;
  auth: LazadaAuth;
  now(): Date;
  sku(): Promise<SkuAt>;
  /** One that can be read. */
  order(): Promise<OrderAt>;
  /** One that is past ready-to-ship. */
  handedOver(): Promise<OrderAt>;
  packages(): Promise<string[]>;
  returned(): Promise<ReturnAt>;
};

/** A place that is ours alone: everything can be made there, and its books can be read. */
export type LazadaStage = LazadaPlace & {
  /** A new order that waits to be packed, of so many units. */
  pending(units?: number, sellerSku?: string): OrderAt;
  packed(sellerSku?: string): OrderAt & { packageId: string };
  /** Packed and said to be ready to ship. */
  ready(sellerSku?: string): OrderAt & { packageId: string };
  cancelAsked(): OrderAt & { reverseOrderId: string };
  returnAsked(kind?: 'RETURN' | 'ONLY_REFUND'): ReturnAt;
  code(): Promise<string>;
  refreshToken(): Promise<string>;
  /** The books: an order's item statuses, a return's states, a SKU's figures. */
  statuses(orderId: string): string[];
  returnStates(reverseOrderId: string): string[];
  figures(skuId: string): { price: number; sellable: number };
};
