import { locationId } from '@/src/domain/ids';
import { channelQuantity } from '@/src/domain/stock/channel-quantity';
import type { Draft } from './draft';

/** Not round on purpose: it shows that shares are rounded down. */
export const EXAMPLE_STOCK = 37;

/** What the policy in the form would send of the example's stock: by the very rule that sends (R10.13). */
export function policyExample(draft: Pick<Draft, 'stockPercent' | 'safetyStock' | 'maxQuantity'>) {
  const policy = {
    sharePercent: draft.stockPercent,
    safetyStock: draft.safetyStock,
    upperBound: draft.maxQuantity,
  };
  const stock = [{ locationId: locationId('example'), available: EXAMPLE_STOCK }];
  const computed = channelQuantity({ tracksInventory: true, allowsBackorder: false, stock, inFlight: [], policy });
  if (computed.kind !== 'quantity') return { share: 0, result: 0 };
  return { share: computed.explanation.afterShare, result: computed.quantity };
}
