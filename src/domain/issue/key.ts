import type { Issue, IssueCode, IssueFacts } from './codes';

type Identity = { readonly [C in IssueCode]: (facts: IssueFacts[C]) => readonly string[] };

type OfVariant = { variantId: string };
type OfOrder = { orderId: string };
type OfPackage = OfOrder & { packageId: string | null; orderItemIds: readonly string[] };

const ofConnection = () => [];
const ofVariant = (facts: OfVariant) => [facts.variantId];
const ofOrder = (facts: OfOrder) => [facts.orderId];
const ofPackage = (facts: OfPackage) => [facts.orderId, facts.packageId ?? [...facts.orderItemIds].sort().join('+')];

const IDENTITY: Identity = {
  variant_missing_barcode: ofVariant,
  variant_duplicate_barcode_in_product: (facts) => [facts.productId],
  variant_duplicate_barcode_across_products: ofVariant,
  seller_sku_duplicate: ofVariant,
  seller_sku_not_found: ofVariant,
  link_lost: ofConnection,
  price_invalid: ofVariant,
  price_out_of_range: ofVariant,
  price_below_promotion: ofVariant,
  push_rejected: (facts) => [facts.variantId, facts.field],
  campaign_locked: ofVariant,
  quantity_untracked: ofVariant,
  quantity_fulfilled_by_lazada: ofVariant,
  stock_locations_missing: ofConnection,
  order_location_outside_stock: ofConnection,
  order_line_unmatched: (facts) => [facts.orderId, facts.orderItemId],
  order_create_failed: ofOrder,
  order_doubled: ofOrder,
  order_total_mismatch: ofOrder,
  order_status_unknown: (facts) => [facts.orderId, facts.status],
  order_canceled_at_haravan_only: ofOrder,
  cancellation_while_processing_at_haravan: ofOrder,
  package_lost: ofPackage,
  package_damaged: ofPackage,
  package_scrapped: ofPackage,
  return_failed: ofPackage,
  action_refused: (facts) => [facts.orderId, facts.action],
  cancel_requested: ofOrder,
  multi_warehouse_shop: ofConnection,
  other_channel_writes_stock: (facts) => [facts.channel],
  feed_stopped: (facts) => [facts.feed],
  access_expired: ofConnection,
  access_revoked: ofConnection,
  access_unrenewable: ofConnection,
  app_ip_blocked: ofConnection,
  seller_inactive: ofConnection,
  access_expiring: ofConnection,
  webhook_malformed: (facts) => [facts.platform, facts.topic],
};

/** Stable identity of an issue within its connection: one open record per key (design §3.8). */
export function issueKey(issue: Issue): string {
  const identity: (facts: never) => readonly string[] = IDENTITY[issue.code];
  return [issue.code, ...identity(issue.facts as never)].join(':');
}
