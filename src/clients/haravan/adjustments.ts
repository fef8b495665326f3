import { z } from 'zod';
import { optionalUtcInstant } from '../wire/instant';
import { list } from '../wire/rows';
import { count, id, optionalId, optionalText } from '../wire/scalars';
import type { HaravanCall, HaravanEndpoint } from './endpoint';
import { rooted, tagList } from './fields';
import type { HaravanAuth } from './haravan-auth';

/** A document that changed stock; it is made only when a quantity really changed (haravan.md §2.11). */
export type HaravanAdjustment = {
  id: string;
  /** e.g. `IA100017`. */
  number?: string;
  locationId?: string;
  /** `set` or `adjust`. */
  type?: string;
  reason?: string;
  note?: string;
  tags: string[];
  createdAt?: Date;
  lines: { productId?: string; variantId: string; quantity: number }[];
};

export type HaravanAdjustmentsApi = {
  /** At most 50 a page, ascending after `sinceId`: how a stock change whose answer was lost is found again. */
  listAdjustments(
    auth: HaravanAuth,
    query: { locationId?: string; sinceId?: string; page?: number },
  ): Promise<HaravanAdjustment[]>;
};

const line = z.object({ product_id: optionalId, product_variant_id: id, quantity: count }).transform((wire) => ({
  productId: wire.product_id,
  variantId: wire.product_variant_id,
  quantity: wire.quantity,
}));

const adjustment = z
  .object({
    id,
    adjust_number: optionalText,
    location_id: optionalId,
    type: optionalText,
    reason: optionalText,
    note: optionalText,
    tags: tagList,
    created_at: optionalUtcInstant,
    line_items: list(line),
  })
  .transform(({ adjust_number, location_id, created_at, line_items, ...same }): HaravanAdjustment => {
    return { ...same, number: adjust_number, locationId: location_id, createdAt: created_at, lines: line_items };
  });

type Query = { locationId?: string; sinceId?: string; page?: number };

const listAdjustments: HaravanEndpoint<Query, HaravanAdjustment[]> = {
  operation: 'stock.adjustments',
  method: 'GET',
  path: () => '/inventories/adjustments.json',
  query: ({ locationId, sinceId, page }) => ({ location_id: locationId, since_id: sinceId, page, limit: 50 }),
  repeatable: true,
  answer: rooted('adjustments', z.array(adjustment)),
};

export function createAdjustmentsApi(call: HaravanCall): HaravanAdjustmentsApi {
  return { listAdjustments: (auth, query) => call(listAdjustments, auth, query) };
}
