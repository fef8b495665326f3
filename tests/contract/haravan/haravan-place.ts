import type { HaravanAuth } from '@/src/clients/haravan/haravan-auth';
import type { HaravanClient } from '@/src/clients/haravan/haravan-client';

export type OrderAt = { orderId: string; lineItemIds: string[] };
export type ShippedAt = OrderAt & { fulfillmentId: string };

/** Where Haravan's operations are tried: what is there to be asked for. */
export type HaravanPlace = {
  client: HaravanClient;
  auth: HaravanAuth;
  now(): Date;
  variant(): Promise<{ productId: string; variantId: string; price: number }>;
  locationId(): Promise<string>;
  /** One that can be read. */
  order(): Promise<OrderAt>;
  shipped(): Promise<ShippedAt>;
  customer(): Promise<{ customerId: string; phone: string }>;
};

/** A wire record of the sandbox's books. */
export type Book = { id: number } & Record<string, unknown>;

/** A place that is ours alone: everything can be made there, and its books can be read. */
export type HaravanStage = HaravanPlace & {
  /** A code that the owner's login brought. */
  code(): Promise<{ code: string; redirectUri: string }>;
  refreshToken(): Promise<string>;
  onHand(): number;
  subscriptions(): number;
  bookOfOrder(orderId: string): Book;
  orders(): readonly Book[];
  customers(): readonly Book[];
  bookOfVariant(variantId: string): Book;
};
