import type { Tx } from '@/src/db/client';

export type ListedItem = {
  lazadaOrderId: string;
  status: string;
  packageId: string | null;
  fulfilledByLazada: boolean;
  isDigital: boolean;
  canceledInHaravan: boolean;
  cancelRequestId: string | null;
  cancelRequestUntil: Date | null;
};

/** What a list shows of the items of its orders, by order. */
export async function readItems(
  tx: Tx,
  connectionId: string,
  ids: readonly string[],
): Promise<Map<string, ListedItem[]>> {
  const shape = {
    lazadaOrderId: true,
    status: true,
    packageId: true,
    fulfilledByLazada: true,
    isDigital: true,
  } as const;
  const select = { ...shape, canceledInHaravan: true, cancelRequestId: true, cancelRequestUntil: true } as const;
  const where = { connectionId, lazadaOrderId: { in: [...ids] } };
  return Map.groupBy(await tx.orderItem.findMany({ where, select }), (item) => item.lazadaOrderId);
}

/** The buyer waits for an answer until then; null: nobody asks (lazada.md §12.2). */
export function cancelRequestOf(
  items: readonly Pick<ListedItem, 'cancelRequestId' | 'cancelRequestUntil'>[],
): { until: Date | null } | null {
  const asked = items.filter((item) => item.cancelRequestId !== null);
  if (asked.length === 0) return null;
  const ends = asked.flatMap((item) => item.cancelRequestUntil?.getTime() ?? []);
  return { until: ends.length > 0 ? new Date(Math.min(...ends)) : null };
}
