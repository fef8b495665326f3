import type { Issue, IssueCode, IssueLevel, IssueSubject, IssueTurn } from './codes';

export type IssueKind = { level: IssueLevel; turn: IssueTurn };

function kind(level: IssueLevel, turn: IssueTurn): IssueKind {
  return { level, turn };
}

export const ISSUE_KINDS: { readonly [C in IssueCode]: IssueKind } = {
  variant_missing_barcode: kind('error', 'haravan'),
  variant_duplicate_barcode_in_product: kind('error', 'haravan'),
  variant_duplicate_barcode_across_products: kind('error', 'haravan'),
  seller_sku_duplicate: kind('error', 'lazada'),
  seller_sku_not_found: kind('error', 'lazada'),
  link_lost: kind('warning', 'lazada'),
  price_invalid: kind('error', 'haravan'),
  price_out_of_range: kind('error', 'haravan'),
  price_below_promotion: kind('error', 'lazada'),
  push_rejected: kind('error', 'lazada'),
  campaign_locked: kind('warning', 'wait'),
  quantity_untracked: kind('info', 'haravan'),
  quantity_fulfilled_by_lazada: kind('info', 'wait'),
  stock_locations_missing: kind('error', 'haravan'),
  order_location_outside_stock: kind('warning', 'haravan'),
  order_line_unmatched: kind('error', 'haravan'),
  order_create_failed: kind('error', 'wait'),
  order_doubled: kind('error', 'haravan'),
  order_total_mismatch: kind('warning', 'haravan'),
  order_status_unknown: kind('warning', 'wait'),
  order_canceled_at_haravan_only: kind('error', 'lazada'),
  cancellation_while_processing_at_haravan: kind('error', 'haravan'),
  package_lost: kind('warning', 'lazada'),
  package_damaged: kind('warning', 'lazada'),
  package_scrapped: kind('warning', 'lazada'),
  return_failed: kind('warning', 'lazada'),
  action_refused: kind('error', 'lazada'),
  cancel_requested: kind('error', 'lazada'),
  multi_warehouse_shop: kind('warning', 'lazada'),
  other_channel_writes_stock: kind('warning', 'haravan'),
  feed_stopped: kind('error', 'wait'),
  access_expired: kind('error', 'haravan'),
  access_revoked: kind('error', 'haravan'),
  access_unrenewable: kind('info', 'lazada'),
  app_ip_blocked: kind('error', 'wait'),
  seller_inactive: kind('error', 'lazada'),
  access_expiring: kind('warning', 'haravan'),
  webhook_malformed: kind('warning', 'wait'),
};

/** What the issue is about: the row it shows on, and what is reloaded to see whether it is gone. */
export function issueSubject(issue: Issue): IssueSubject {
  if (issue.code === 'variant_duplicate_barcode_in_product') return { kind: 'product', id: issue.facts.productId };
  if ('variantId' in issue.facts) return { kind: 'variant', id: issue.facts.variantId };
  if ('orderId' in issue.facts) return { kind: 'order', id: issue.facts.orderId };
  return { kind: 'connection' };
}
