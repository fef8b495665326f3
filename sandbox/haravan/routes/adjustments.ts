import { z } from 'zod';
import { type Api, requireScope } from '../api';
import { amount, optional, readBody, text } from '../body';
import type { Org } from '../entities/org';
import { found } from '../envelope';
import { time } from '../formatters/time';
import type { Platform } from '../platform';
import { moveStock, setOnHand } from '../stock';

const MOST_LINES = 200;

const adjustment = z.object({
  location_id: amount,
  type: optional(z.enum(['adjust', 'set'])),
  reason: optional(z.string()),
  note: optional(text),
  tags: optional(text),
  line_items: z
    .array(z.object({ product_id: optional(amount), product_variant_id: amount, quantity: amount }))
    .min(1)
    .max(MOST_LINES),
});
type Adjustment = z.infer<typeof adjustment>;

/** haravan.md §2.11. Both types work on what is on hand; a document is made only when something changed. */
export function addAdjustmentRoutes(api: Api, platform: Platform): void {
  api.post('/com/inventories/adjustorset', async (c) => {
    requireScope(c, 'inventories', 'write');
    const org = c.get('org');
    const wanted = await readBody(c, adjustment, 'inventory');
    found(
      platform.store,
      org.locations.find(({ id }) => id === wanted.location_id),
    );
    for (const line of wanted.line_items) found(platform.store, org.variants.get(line.product_variant_id));
    return c.json({ inventory: apply(platform, org, wanted) });
  });
}

function apply(platform: Platform, org: Org, wanted: Adjustment) {
  const { location_id, type = 'adjust', reason = 'newproduct', note = null, tags = null } = wanted;
  const changes = wanted.line_items.map(({ product_variant_id, quantity }) => {
    if (type === 'set') return setOnHand(platform, org, location_id, product_variant_id, quantity);
    moveStock(platform, org, location_id, product_variant_id, { onHand: quantity });
    return quantity;
  });
  const document = changes.some((change) => change !== 0)
    ? { id: platform.store.nextId('adjustment'), adjust_number: `IA${org.nextAdjustNumber++}` }
    : { id: 0, adjust_number: null };
  return {
    ...document,
    tran_date: time(platform.clock.now()),
    location_id,
    type,
    reason,
    note,
    tags,
    total_quantity: changes.reduce((sum, change) => sum + change, 0),
    line_items: wanted.line_items,
  };
}
