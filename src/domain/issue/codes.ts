import type {
  Barcode,
  HaravanOrderId,
  ItemId,
  LazadaOrderId,
  LocationId,
  OrderItemId,
  PackageId,
  ProductId,
  SellerSku,
  SkuId,
  VariantId,
} from '../ids';
import type { Dong } from '../money';

export type NamedVariant = {
  variantId: VariantId;
  productId: ProductId;
  productTitle: string;
  variantTitle: string;
};

type ListingFacts = { itemId: ItemId; skuId: SkuId; sellerSku: SellerSku };
type PushFacts = NamedVariant & ListingFacts;
type PlatformWords = { platformCode: string; platformMessage: string };
type OrderFacts = { orderId: LazadaOrderId };
/** What a merchant presses on an order (spec R4.6; lazada.md §12.2). */
type OrderActionKind = 'ready_to_ship' | 'cancel' | 'accept_cancel' | 'refuse_cancel';
type ItemsFacts = OrderFacts & { orderItemIds: readonly OrderItemId[] };
type PackageFacts = ItemsFacts & { packageId: PackageId | null };

/** Facts that messages are written from (spec R2.5): plain JSON, times in ms, money in đồng. */
export type IssueFacts = {
  variant_missing_barcode: NamedVariant;
  variant_duplicate_barcode_in_product: {
    productId: ProductId;
    productTitle: string;
    repeats: readonly { barcode: Barcode; variants: readonly NamedVariant[] }[];
  };
  variant_duplicate_barcode_across_products: NamedVariant & { barcode: Barcode; others: readonly NamedVariant[] };
  seller_sku_duplicate: NamedVariant & { sellerSku: SellerSku; listings: readonly { itemId: ItemId; skuId: SkuId }[] };
  /** `barcode`: the SellerSku that Lazada should have. */
  seller_sku_not_found: NamedVariant & { barcode: Barcode };
  link_lost: { listings: readonly ListingFacts[] };

  price_invalid: NamedVariant & { price: number; why: 'zero' | 'negative' | 'fraction' };
  price_out_of_range: PushFacts & PlatformWords & { price: Dong };
  price_below_promotion: PushFacts & PlatformWords & { price: Dong };
  push_rejected: PushFacts & PlatformWords & { field: 'price' | 'quantity' };
  campaign_locked: PushFacts & PlatformWords & { wanted: number; floor: number; owed: number };
  quantity_untracked: NamedVariant;
  quantity_fulfilled_by_lazada: NamedVariant;
  stock_locations_missing: { locationIds: readonly LocationId[] };
  order_location_outside_stock: { locationId: LocationId; stockLocationIds: readonly LocationId[] };

  order_line_unmatched: OrderFacts & { orderItemId: OrderItemId; sellerSku: SellerSku | null; title: string };
  order_create_failed: OrderFacts & PlatformWords;
  order_doubled: OrderFacts & { haravanOrderIds: readonly HaravanOrderId[] };
  order_total_mismatch: OrderFacts & { linesTotal: Dong; platformTotal: Dong };
  order_status_unknown: OrderFacts & { status: string; orderItemIds: readonly OrderItemId[] };
  order_canceled_at_haravan_only: ItemsFacts;
  cancellation_while_processing_at_haravan: ItemsFacts;
  package_lost: PackageFacts;
  package_damaged: PackageFacts;
  package_scrapped: PackageFacts;
  return_failed: PackageFacts;
  action_refused: OrderFacts & PlatformWords & { action: OrderActionKind };
  cancel_requested: ItemsFacts & { untilMs: number | null };

  multi_warehouse_shop: { warehouseCodes: readonly string[] };
  other_channel_writes_stock: { channel: string };
  feed_stopped: { feed: 'orders' | 'stock'; lastReadAtMs: number | null };
  access_expired: { expiredAtMs: number };
  /** Refused before its time: taken back by the seller, or by Lazada. */
  access_revoked: { refusedAtMs: number };
  /** A subscription app: Lazada renews nothing in the background (lazada.md §2.2). */
  access_unrenewable: { deadlineAtMs: number };
  app_ip_blocked: PlatformWords;
  seller_inactive: { status: string };
  access_expiring: { deadlineAtMs: number; daysLeft: number };
  webhook_malformed: { platform: 'haravan' | 'lazada'; topic: string; why: string };
};

export type IssueCode = keyof IssueFacts;
export type IssueOf<C extends IssueCode> = { code: C; facts: IssueFacts[C] };
export type Issue = { [C in IssueCode]: IssueOf<C> }[IssueCode];

export type IssueLevel = 'error' | 'warning' | 'info';

/** Whose turn it is: the merchant in Haravan, the merchant on Lazada, or nobody (spec R10.10). */
export type IssueTurn = 'haravan' | 'lazada' | 'wait';

/** What an issue is about; its id is the connection's own when the kind is `connection`. */
export type IssueSubject =
  | { kind: 'variant'; id: VariantId }
  | { kind: 'product'; id: ProductId }
  | { kind: 'order'; id: LazadaOrderId }
  | { kind: 'connection' };
