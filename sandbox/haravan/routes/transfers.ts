import { z } from 'zod';
import { type Api, type ApiContext, idParam, requireScope } from '../api';
import { amount, optional, readBody, text } from '../body';
import type { Transfer } from '../entities/documents';
import { found } from '../envelope';
import { formatTransfer } from '../formatters/documents';
import { createTransfer, receiveTransfer } from '../inventory/transfer';
import { dateFilter, numberQuery, pageOf, pageRequest, usualMoment } from '../listing';
import type { Platform } from '../platform';
import { locationOf } from './location-of';

const creation = z.object({
  from_loc_id: amount,
  to_loc_id: amount,
  note: optional(text),
  reason: optional(text),
  /** Sent: received at once. */
  received_at: optional(text),
  user_id: optional(text),
  line_items: z
    .array(
      z.object({
        product_variant_id: amount,
        quantity: amount.pipe(z.number().int().positive()),
        cost_amount: optional(amount),
      }),
    )
    .min(1, "can't be blank"),
});

/** haravan.md §2.12 */
export function addTransferRoutes(api: Api, platform: Platform): void {
  const { store } = platform;
  const selected = (c: ApiContext): Transfer[] => {
    requireScope(c, 'inventories', 'read');
    const [from, to] = [numberQuery(c, 'from_location_id'), numberQuery(c, 'to_location_id')];
    const isInTime = dateFilter(c, usualMoment(store));
    return [...c.get('org').transfers.values()].filter(
      (row) =>
        (from === undefined || row.fromLocationId === from) &&
        (to === undefined || row.toLocationId === to) &&
        isInTime({ createdAt: row.createdAt, updatedAt: row.receivedAt ?? row.createdAt }),
    );
  };
  const transferAt = (c: ApiContext) => found(store, c.get('org').transfers.get(idParam(c, 'id')));

  api.get('/com/inventories/transfers', (c) => {
    const page = pageOf(selected(c), pageRequest(c, store.modes.pageCap));
    return c.json({ transfers: page.map((row) => formatTransfer(c.get('org'), row)) });
  });

  api.get('/com/inventories/transfers/count', (c) => c.json({ count: selected(c).length }));

  api.get('/com/inventorytransfer/detail/:id', (c) => {
    requireScope(c, 'inventories', 'read');
    return c.json({ inventorytransfer: formatTransfer(c.get('org'), transferAt(c)) });
  });

  // Its example answers 200, unlike other creations (haravan.md §2.1).
  api.post('/com/inventories/transfer', async (c) => {
    requireScope(c, 'inventories', 'write');
    const sent = await readBody(c, creation, 'transfer');
    const made = createTransfer(platform, c.get('org'), {
      fromLocationId: locationOf(platform, c, sent.from_loc_id).id,
      toLocationId: locationOf(platform, c, sent.to_loc_id).id,
      note: sent.note ?? null,
      reason: sent.reason ?? null,
      createdUser: sent.user_id ?? null,
      isReceived: sent.received_at !== undefined,
      lines: sent.line_items.map((line) => ({
        variantId: line.product_variant_id,
        quantity: line.quantity,
        costAmount: line.cost_amount ?? 0,
      })),
    });
    return c.json({ transfer: formatTransfer(c.get('org'), made) });
  });

  // The list of operations spells it without the second e, once.
  for (const spelling of ['receive', 'recive']) {
    api.post(`/com/inventories/transfer/:id/${spelling}`, (c) => {
      requireScope(c, 'inventories', 'write');
      const transfer = transferAt(c);
      receiveTransfer(platform, c.get('org'), transfer);
      return c.json({ transfer: formatTransfer(c.get('org'), transfer) });
    });
  }

  // Only the prefix of purchase documents is known; nothing here makes one.
  for (const kind of ['purchasereceives', 'purchasereturns']) {
    api.get(`/com/v2/inventories/${kind}`, (c) => {
      requireScope(c, 'inventories', 'read');
      return c.json({ [kind]: [] });
    });
  }
}
