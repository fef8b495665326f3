import type { Adjustment, DocumentLine, Transfer } from '../entities/documents';
import type { Org } from '../entities/org';
import { decimal } from './decimal';
import { time, timeOrNull } from './time';

/** haravan.md §2.11. Without a change there is no document, hence no number. */
export function formatAdjustment(org: Org, adjustment: Adjustment) {
  const { id, number, lines, createdAt } = adjustment;
  return {
    id,
    adjust_number: number || null,
    tran_date: time(createdAt),
    location_id: adjustment.locationId,
    type: adjustment.type,
    reason: adjustment.reason,
    note: adjustment.note,
    tags: adjustment.tags,
    total_quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    total_cost: decimal(lines.reduce((sum, { quantity, costAmount }) => sum + quantity * costAmount, 0)),
    created_at: time(createdAt),
    updated_at: time(createdAt),
    line_items: lines.map((line) => formatLine(org, line)),
  };
}

/** haravan.md §2.12 */
export function formatTransfer(org: Org, transfer: Transfer) {
  return {
    id: transfer.id,
    transfer_number: transfer.number,
    status: transfer.status,
    from_loc_id: transfer.fromLocationId,
    to_loc_id: transfer.toLocationId,
    note: transfer.note,
    reason: transfer.reason,
    tran_date: time(transfer.createdAt),
    actived_at: time(transfer.createdAt),
    received_at: timeOrNull(transfer.receivedAt),
    total: transfer.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    created_user: transfer.createdUser,
    received_user: transfer.receivedUser,
    created_at: time(transfer.createdAt),
    updated_at: time(transfer.receivedAt ?? transfer.createdAt),
    line_items: transfer.lines.map((line) => formatLine(org, line)),
  };
}

function formatLine(org: Org, { id, productId, variantId, quantity, costAmount }: DocumentLine) {
  const variant = org.variants.get(variantId);
  return {
    id,
    product_id: productId,
    product_variant_id: variantId,
    quantity,
    cost_amount: decimal(costAmount),
    sku: variant?.sku ?? null,
    barcode: variant?.barcode ?? null,
  };
}
