import type { Customer } from '../entities/customer';
import type { Org } from '../entities/org';

/** Every word of the query, in any of email, phone and name. */
export function searchCustomers(org: Org, query: string): Customer[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return [...org.customers.values()].filter(({ email, phone, firstName, lastName }) => {
    const searched = fold([email, phone, lastName, firstName].filter(Boolean).join(' '));
    return words.every((word) => searched.includes(word));
  });
}

const fold = (value: string): string => value.normalize('NFC').toLowerCase();

const KEYS: Record<string, (customer: Customer) => number> = {
  last_order_date: ({ history }) => history.last?.createdAt ?? 0,
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
  orders_count: ({ history }) => history.orders,
  total_spent: ({ history }) => history.spent,
};

/** `last_order_date DESC` unless asked otherwise (haravan.md §2.13). */
export function sortCustomers(rows: readonly Customer[], order = 'last_order_date DESC'): Customer[] {
  const [field = '', direction = 'asc'] = order.trim().split(/\s+/);
  const key = KEYS[field] ?? (({ id }: Customer) => id);
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
  return [...rows].sort((a, b) => sign * (key(a) - key(b)) || a.id - b.id);
}
