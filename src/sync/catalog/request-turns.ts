import type { Wished } from '../ports/catalog';
import type { TurnQueue } from '../ports/turn';

/** Asks for the turns that recorded wishes call for, once they are committed. */
export async function requestTurns(turns: TurnQueue, merchantId: string, wished: Wished): Promise<void> {
  await Promise.all([
    ...wished.catalog.map((connectionId) => turns.request({ lane: 'catalog', merchantId, connectionId })),
    ...wished.stock.map(({ connectionId, dueAt }) => turns.request({ lane: 'stock', merchantId, connectionId }, dueAt)),
  ]);
}
