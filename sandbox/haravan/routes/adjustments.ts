import { z } from 'zod';
import { type Api, type ApiContext, idParam, requireScope } from '../api';
import { amount, optional, readBody, text } from '../body';
import type { Adjustment } from '../entities/documents';
import { found } from '../envelope';
import { formatAdjustment } from '../formatters/documents';
import { adjust } from '../inventory/adjust';
import { dateFilter, numberQuery, pageOf, pageRequest, usualMoment } from '../listing';
import type { Platform } from '../platform';
import { locationOf } from './location-of';

/** The page recommends 100, the one on limits says 200 (haravan.md §2.11). */
const MOST_LINES = 200;

const REASONS = [
  'newproduct',
  'returned',
  'productionofgoods',
  'damaged',
  'shrinkage',
  'promotion',
  'transfer',
] as const;

const adjustment = z.object({
  location_id: amount,
  type: optional(z.enum(['adjust', 'set'])),
  reason: optional(z.enum(REASONS)),
  note: optional(text),
  tags: optional(text),
  line_items: z
    .array(
      z.object({
        product_id: optional(amount),
        product_variant_id: amount,
        quantity: amount.pipe(z.number().int()),
        cost_amount: optional(amount),
      }),
    )
    .min(1, "can't be blank")
    .max(MOST_LINES),
});

/** haravan.md §2.11 */
export function addAdjustmentRoutes(api: Api, platform: Platform): void {
  const { store } = platform;
  const selected = (c: ApiContext): Adjustment[] => {
    requireScope(c, 'inventories', 'read');
    const [locationId, isInTime] = [numberQuery(c, 'location_id'), dateFilter(c, usualMoment(store))];
    return [...c.get('org').adjustments.values()].filter(
      (row) =>
        (locationId === undefined || row.locationId === locationId) && isInTime({ ...row, updatedAt: row.createdAt }),
    );
  };

  api.post('/com/inventories/adjustorset', async (c) => {
    requireScope(c, 'inventories', 'write');
    const org = c.get('org');
    const sent = await readBody(c, adjustment, 'inventory');
    const made = adjust(platform, org, {
      locationId: locationOf(platform, c, sent.location_id).id,
      type: sent.type ?? 'adjust',
      reason: sent.reason ?? 'newproduct',
      note: sent.note ?? null,
      tags: sent.tags ?? null,
      lines: sent.line_items.map((line) => ({
        variantId: line.product_variant_id,
        quantity: line.quantity,
        costAmount: line.cost_amount ?? 0,
      })),
    });
    return c.json({ inventory: formatAdjustment(org, made) });
  });

  api.get('/com/inventories/adjustments', (c) => {
    const page = pageOf(selected(c), pageRequest(c, store.modes.pageCap));
    return c.json({ adjustments: page.map((row) => formatAdjustment(c.get('org'), row)) });
  });

  api.get('/com/inventories/adjustments/count', (c) => c.json({ count: selected(c).length }));

  api.get('/com/inventories/adjustments/:id', (c) => {
    requireScope(c, 'inventories', 'read');
    const org = c.get('org');
    return c.json({ adjustment: formatAdjustment(org, found(store, org.adjustments.get(idParam(c, 'id')))) });
  });
}
