/** What a topic asks of us; topics come normalized from the edge (haravan.md §3.4). */
export type TopicKind = 'product' | 'stock' | 'location' | 'order' | 'order_ended' | 'shop' | 'uninstall' | 'ignored';

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

/** Total: a topic that we do not know is kept and ignored (spec R8.4). */
export function topicKind(topic: string): TopicKind {
  const resource = topic.split('/')[0] ?? '';
  if (resource.startsWith('inventory')) return 'stock';
  return EXACT[topic] ?? BY_RESOURCE[resource] ?? 'ignored';
}

export const isUninstall = (topic: string): boolean => topicKind(topic) === 'uninstall';
