/** What a topic asks of us. */
export type TopicKind = 'product' | 'stock' | 'location' | 'order' | 'order_ended' | 'shop' | 'uninstall' | 'ignored';

/** Names met in the wild for the same event (haravan.md §3.4). */
const ALIASES: Readonly<Record<string, string>> = {
  app_uninstall_webhook: 'app/uninstalled',
  'apps/uninstalled': 'app/uninstalled',
  'app/uninstall': 'app/uninstalled',
  shop_update_webhook: 'shop/update',
  'products/delete': 'products/deleted',
};

const EXACT: Readonly<Record<string, TopicKind>> = {
  'app/uninstalled': 'uninstall',
  'shop/update': 'shop',
  'orders/cancelled': 'order_ended',
  'orders/delete': 'order_ended',
};

const BY_RESOURCE: Readonly<Record<string, TopicKind>> = {
  products: 'product',
  orders: 'order',
  refunds: 'order',
  locations: 'location',
};

export function normalTopic(topic: string): string {
  const text = topic.trim().toLowerCase();
  return ALIASES[text] ?? text;
}

/** Total: a topic that we do not know is kept and ignored (spec R8.4). */
export function topicKind(topic: string): TopicKind {
  const resource = topic.split('/')[0] ?? '';
  if (resource.startsWith('inventory')) return 'stock';
  return EXACT[topic] ?? BY_RESOURCE[resource] ?? 'ignored';
}

export const isUninstall = (topic: string): boolean => topicKind(topic) === 'uninstall';
