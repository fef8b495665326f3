import { found, Refusal } from '../envelope';
import type { Transfer } from '../entities/documents';
import type { Org } from '../entities/org';
import { formatTransfer } from '../formatters/documents';
import type { Platform } from '../platform';
import { moveStock } from '../stock';

export type TransferDraft = Pick<Transfer, 'fromLocationId' | 'toLocationId' | 'note' | 'reason' | 'createdUser'> & {
  lines: readonly { variantId: number; quantity: number; costAmount: number }[];
  /** Received at once. */
  isReceived: boolean;
};

/** Goods leave the one place and are expected at the other. How stock moves is not documented (haravan.md §2.12). */
export function createTransfer(platform: Platform, org: Org, draft: TransferDraft): Transfer {
  const { store, clock } = platform;
  if (draft.fromLocationId === draft.toLocationId) throw new Refusal(422, 'Kho chuyển và kho nhận phải khác nhau');
  const products = draft.lines.map(({ variantId }) => found(store, org.variants.get(variantId)).productId);
  const made: Transfer = {
    id: store.nextId('transfer'),
    number: `IT${org.nextTransferNumber++}`,
    status: 'Active',
    fromLocationId: draft.fromLocationId,
    toLocationId: draft.toLocationId,
    note: draft.note,
    reason: draft.reason,
    lines: draft.lines.map((line, index) => ({
      id: store.nextId('documentLine'),
      productId: products[index] ?? 0,
      ...line,
    })),
    createdUser: draft.createdUser,
    receivedUser: null,
    createdAt: clock.now(),
    receivedAt: null,
  };
  org.transfers.set(made.id, made);
  for (const { variantId, quantity } of made.lines) {
    moveStock(platform, org, made.fromLocationId, variantId, { onHand: -quantity });
    moveStock(platform, org, made.toLocationId, variantId, { incoming: quantity });
  }
  platform.events.emit(org, 'inventorytransfers/create', formatTransfer(org, made));
  if (draft.isReceived) receiveTransfer(platform, org, made);
  return made;
}

export function receiveTransfer(platform: Platform, org: Org, transfer: Transfer): void {
  if (transfer.status === 'Received') throw new Refusal(422, 'Phiếu chuyển kho đã được nhận');
  transfer.status = 'Received';
  transfer.receivedAt = platform.clock.now();
  transfer.receivedUser = transfer.createdUser;
  for (const { variantId, quantity } of transfer.lines) {
    moveStock(platform, org, transfer.toLocationId, variantId, { onHand: quantity, incoming: -quantity });
  }
  platform.events.emit(org, 'inventorytransfers/update', formatTransfer(org, transfer));
}
