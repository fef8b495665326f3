import type { CancelReasons } from '@/src/sync/actions/order-commands';

export type CancelChoice = {
  /** Reasons that Lazada offers for every order that can be canceled. */
  names: string[];
  orderIds: string[];
  /** Of these, how many Lazada was not asked about yet: a large selection is not asked one by one. */
  unasked: number;
  /** Of these, how many are packed: their parcels are canceled whole. */
  packed: number;
  /** Orders that Lazada does not let cancel, with its own words. */
  refused: { lazadaOrderId: string; tip: string | null }[];
};

/** Ids of reasons differ per order, so that orders are canceled together by the reason's name (design §6). */
export function cancelChoice({ orders, unasked }: Pick<CancelReasons, 'orders' | 'unasked'>): CancelChoice {
  const able = orders.filter((order) => order.names.length > 0);
  const [first, ...others] = able;
  return {
    names: (first?.names ?? []).filter((name) => others.every((order) => order.names.includes(name))),
    orderIds: [...able.map((order) => order.lazadaOrderId), ...unasked],
    unasked: unasked.length,
    packed: able.filter((order) => order.packageIds.length > 0).length,
    refused: orders
      .filter((order) => order.names.length === 0)
      .map(({ lazadaOrderId, tip }) => ({ lazadaOrderId, tip })),
  };
}
