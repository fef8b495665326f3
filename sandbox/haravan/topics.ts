const crud = <R extends string>(resource: R) =>
  [`${resource}/create`, `${resource}/update`, `${resource}/delete`] as const;

/** Every topic that haravan.md §3.4 names. Nothing here causes carts, checkouts and inventorytransaction. */
export const TOPICS = [
  'orders/create',
  'orders/updated',
  'orders/paid',
  'orders/cancelled',
  'orders/fulfilled',
  'orders/delete',
  'refunds/create',
  'products/create',
  'products/update',
  'products/deleted',
  ...crud('customers'),
  'customers/enable',
  'customers/disable',
  'inventorytransaction/create',
  ...crud('inventorylocationbalances'),
  'inventoryadjustments/create',
  'inventoryadjustments/update',
  ...crud('inventorytransfers'),
  ...crud('locations'),
  ...crud('collections'),
  'carts/create',
  'carts/update',
  'checkouts/create',
  'checkouts/update',
  ...crud('discounts'),
  ...crud('promotions'),
  'shop/update',
  ...crud('user'),
  'app/uninstalled',
  'app_subscriptions/update',
] as const;
export type Topic = (typeof TOPICS)[number];
