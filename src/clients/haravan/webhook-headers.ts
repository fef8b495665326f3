export type HaravanWebhookHeaders = {
  signature: string | undefined;
  /** Normalized: `app/uninstalled`, `products/deleted`; '' when missing. */
  topic: string;
  orgId: string | undefined;
  shopDomain: string | undefined;
  isTest: boolean;
};

/** Spellings met in the wild (haravan.md §3.4). */
const TOPIC_ALIASES = new Map([
  ['app_uninstall_webhook', 'app/uninstalled'],
  ['apps/uninstalled', 'app/uninstalled'],
  ['app/uninstall', 'app/uninstalled'],
  ['shop_update_webhook', 'shop/update'],
  ['products/delete', 'products/deleted'],
]);

export function normalizedTopic(topic: string): string {
  const written = topic.trim().toLowerCase();
  return TOPIC_ALIASES.get(written) ?? written;
}

/** @param header reads a header by its lower-case name, as `Headers.get` does */
export function readWebhookHeaders(header: (name: string) => string | null | undefined): HaravanWebhookHeaders {
  const read = (name: string) => header(name)?.trim() || undefined;
  return {
    // The second is a legacy name of its own, not another spelling (haravan.md §9).
    signature: read('x-haravan-hmacsha256') ?? read('x-haravan-hmac-sha256'),
    topic: normalizedTopic(read('x-haravan-topic') ?? ''),
    orgId: read('x-haravan-org-id'),
    shopDomain: read('x-haravan-shop-domain'),
    isTest: read('x-haravan-test')?.toLowerCase() === 'true',
  };
}
