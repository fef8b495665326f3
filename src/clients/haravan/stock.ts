import { z } from 'zod';
import { wireId } from '../http/params';
import { optionalUtcInstant } from '../wire/instant';
import { count, countOrZero, id, optionalId } from '../wire/scalars';
import type { HaravanCall, HaravanEndpoint } from './endpoint';
import { earliestWallTime, rooted } from './fields';
import type { HaravanAuth } from './haravan-auth';

/** One variant at one location; a pair that never had stock may be missing. Units may be negative (haravan.md §2.10). */
export type HaravanStockRow = {
  locationId: string;
  variantId: string;
  productId?: string;
  onHand: number;
  committed: number;
  incoming: number;
  /** onHand − committed. */
  available: number;
  updatedAt?: Date;
};

export type HaravanStockChange = {
  locationId: string;
  /** `set` overwrites (taken to be on-hand: verify), `adjust` adds (haravan.md §2.11). */
  type: 'set' | 'adjust';
  reason?: 'newproduct' | 'returned' | 'productionofgoods' | 'damaged' | 'shrinkage' | 'promotion' | 'transfer';
  note?: string;
  /** At most 100. */
  lines: { productId: string; variantId: string; quantity: number }[];
};

export type HaravanStockApi = {
  /** Any number of ids: split into calls of at most 50 variants and 200 pairs. */
  readStock(
    auth: HaravanAuth,
    pairs: { locationIds: string[]; variantIds: string[]; updatedAtMin?: Date },
  ): Promise<HaravanStockRow[]>;
  setStock(auth: HaravanAuth, change: HaravanStockChange): Promise<void>;
};

const MAX_IDS = 50;
/** Below the page limit of 250, so that an answer is never cut (haravan.md §2.10). */
const MAX_PAIRS = 200;

const row = z
  .object({
    loc_id: id,
    variant_id: id,
    product_id: optionalId,
    qty_onhand: count,
    qty_commited: count,
    qty_incoming: countOrZero,
    qty_available: count,
    updated_at: optionalUtcInstant,
  })
  .transform(
    (wire): HaravanStockRow => ({
      locationId: wire.loc_id,
      variantId: wire.variant_id,
      productId: wire.product_id,
      onHand: wire.qty_onhand,
      committed: wire.qty_commited,
      incoming: wire.qty_incoming,
      available: wire.qty_available,
      updatedAt: wire.updated_at,
    }),
  );

type Pairs = { locationIds: string[]; variantIds: string[]; updatedAtMin?: Date };

const readStock: HaravanEndpoint<Pairs, HaravanStockRow[]> = {
  operation: 'stock.read',
  method: 'GET',
  path: () => '/inventory_locations.json',
  query: ({ locationIds, variantIds, updatedAtMin }) => ({
    location_ids: locationIds.join(','),
    variant_ids: variantIds.join(','),
    updated_at_min: earliestWallTime(updatedAtMin),
    limit: 250,
  }),
  repeatable: true,
  answer: rooted('inventory_locations', z.array(row)),
};

const setStock: HaravanEndpoint<HaravanStockChange, unknown> = {
  operation: 'stock.set',
  method: 'POST',
  path: () => '/inventories/adjustorset.json',
  body: ({ locationId, type, reason, note, lines }) => ({
    inventory: {
      location_id: wireId(locationId),
      type,
      reason,
      note,
      line_items: lines.map((line) => ({
        product_id: wireId(line.productId),
        product_variant_id: wireId(line.variantId),
        quantity: line.quantity,
      })),
    },
  }),
  // A late repeat could land after a newer figure.
  repeatable: false,
  mayBeEmpty: true,
  answer: z.unknown(),
};

function chunks(ids: string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
    ids.slice(index * size, (index + 1) * size),
  );
}

/** Batches of ids that one call may ask for. */
export function stockBatches(locationIds: string[], variantIds: string[]): Pick<Pairs, 'locationIds' | 'variantIds'>[] {
  return chunks([...new Set(locationIds)], MAX_IDS).flatMap((locations) => {
    const size = Math.min(MAX_IDS, Math.floor(MAX_PAIRS / locations.length));
    return chunks([...new Set(variantIds)], size).map((variants) => ({ locationIds: locations, variantIds: variants }));
  });
}

export function createStockApi(call: HaravanCall): HaravanStockApi {
  return {
    async readStock(auth, { locationIds, variantIds, updatedAtMin }) {
      const rows: HaravanStockRow[] = [];
      for (const batch of stockBatches(locationIds, variantIds)) {
        rows.push(...(await call(readStock, auth, { ...batch, updatedAtMin })));
      }
      return rows;
    },
    async setStock(auth, change) {
      await call(setStock, auth, change);
    },
  };
}
