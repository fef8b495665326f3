import type { ConnectionState } from '@/src/domain/connection/lifecycle';
import type { ConnectionView } from '@/src/sync/ports/access';
import type { Connection } from './generated/client';

/** Columns hold text; only these three are ever written. */
export const connectionState = (status: string): ConnectionState =>
  status === 'active' || status === 'expired' ? status : 'disconnected';

export function toConnectionView(row: Connection): ConnectionView {
  const { id, merchantId, sellerId, shopName, pushPrice, pushQuantity, stockLocationIds, orderLocationId } = row;
  const { stockPercent, safetyStock, maxQuantity, restockOnCancel, restockReturns } = row;
  const { ordersFeedAt, ordersCursor, importFrom, connectedAt } = row;
  return {
    id,
    merchantId,
    sellerId,
    shopName,
    status: connectionState(row.status),
    pushPrice,
    pushQuantity,
    orderProcessing: row.orderProcessing === 'haravan' ? 'haravan' : 'lazada',
    stockLocationIds,
    orderLocationId,
    stockPercent,
    safetyStock,
    maxQuantity,
    restockOnCancel,
    restockReturns,
    ordersFeedAt,
    ordersCursor,
    importFrom,
    connectedAt,
  };
}
