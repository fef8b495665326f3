import { businessRefusal } from '../api-refusal';
import type { ItemStatus } from '../item-states';

/** Filters that mean several item statuses, or one by another name (lazada.md §10.1). */
const GROUPS: Record<string, readonly ItemStatus[]> = {
  topack: ['pending', 'topack', 'repacked'],
  toship: ['packed', 'ready_to_ship_pending', 'ready_to_ship', 'toship', 'transit_to_ship'],
  shipping: ['shipped'],
  failed: ['failed', 'failed_delivery'],
  lost: ['lost', 'lost_by_3pl'],
};
const SINGLE: readonly ItemStatus[] = [
  'unpaid',
  'pending',
  'packed',
  'canceled',
  'ready_to_ship',
  'delivered',
  'returned',
  'shipped',
  'lost_by_3pl',
  'damaged_by_3pl',
  'failed_delivery',
  'shipped_back',
  'shipped_back_success',
  'shipped_back_failed',
  'package_scrapped',
];

/** Undefined: no filter. An order passes when one of its items does. */
export function readStatusFilter(text: string | undefined): readonly ItemStatus[] | undefined {
  if (!text || text === 'all') return undefined;
  const statuses = GROUPS[text] ?? SINGLE.filter((status) => status === text);
  if (statuses.length === 0) throw businessRefusal(36, 'Invalid status filter');
  return statuses;
}
