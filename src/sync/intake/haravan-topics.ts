/** What a topic asks of us; topics come normalized from the edge (haravan.md §3.4). */
export type TopicKind = 'product' | 'stock' | 'location' | 'order' | 'order_ended' | 'shop' | 'uninstall' | 'ignored';

const EXACT: ReadonlyMap<string, TopicKind> = new Map([
  ['app/uninstalled', 'uninstall'],
  ['shop/update', 'shop'],
  ['orders/cancelled', 'order_ended'],
  ['orders/delete', 'order_ended'],
]);

const BY_RESOURCE: ReadonlyMap<string, TopicKind> = new Map([
  ['products', 'product'],
  ['orders', 'order'],
  ['refunds', 'order'],
  ['locations', 'location'],
]);

/** Total: a topic that we do not know is kept and ignored (spec R8.4). */
export function topicKind(topic: string): TopicKind {
  const resource = topic.split('/')[0] ?? '';
  if (resource.startsWith('inventory')) return 'stock';
  return EXACT.get(topic) ?? BY_RESOURCE.get(resource) ?? 'ignored';
}

export const isUninstall = (topic: string): boolean => topicKind(topic) === 'uninstall';
