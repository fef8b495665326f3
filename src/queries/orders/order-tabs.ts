/** Tabs of Đơn hàng, by what is to be done. Apart from the query, so that the browser's bundle does not carry it. */
export const ORDER_TABS = [
  'all',
  'to_confirm',
  'to_hand_over',
  'in_transit',
  'done',
  'canceled_or_returned',
  'issue',
] as const;
export type OrderTab = (typeof ORDER_TABS)[number];
