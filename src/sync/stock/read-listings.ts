import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import { listingRecords } from '../catalog/listing-record';
import type { LazadaAccess } from '../ports/access';
import type { ListingRecord } from '../ports/catalog';
import type { DuePush } from '../ports/stock';
import type { Clock } from '../ports/world';
import type { PushDeps } from './push-deps';

/** At most 50 SKUs as Lazada has them now, by SKU id. */
export async function readListings(
  lazada: Pick<LazadaClient, 'listProducts'>,
  auth: LazadaAccess,
  skus: readonly { skuId: string; sellerSku: string }[],
  now: number,
): Promise<ReadonlyMap<string, ListingRecord>> {
  if (skus.length === 0) return new Map();
  const sellerSkus = [...new Set(skus.map((sku) => sku.sellerSku))];
  const { items } = await lazada.listProducts(auth, { filter: 'all', sellerSkus });
  const records = items.flatMap((item) => listingRecords(item, now));
  return new Map(records.map((record) => [record.skuId, record]));
}

const figureOf = (record: ListingRecord, figure: DuePush['figure']) =>
  figure === 'price' ? record.price : record.sellable;

type Deps = Pick<PushDeps, 'lazada' | 'catalogWishes'> & { clock: Clock };

/**
 * Replaces the belief of those that must be looked up first by what Lazada has now (design §6). One that Lazada does not know by
 * its name any more was renamed or deleted there: the catalog of the shop is read again, soon.
 */
export async function readBackBeliefs(
  { lazada, catalogWishes, clock }: Deps,
  { merchantId, connectionId }: { merchantId: string; connectionId: string },
  auth: LazadaAccess,
  due: readonly DuePush[],
): Promise<DuePush[]> {
  const asked = due.filter((push) => push.mustReadBack);
  const read = await readListings(lazada, auth, asked, clock.now());
  if (asked.some((push) => !read.has(push.skuId)))
    await catalogWishes.pullListings(merchantId, connectionId, new Date(clock.now()));
  return due.map((push) => {
    const record = push.mustReadBack ? read.get(push.skuId) : undefined;
    if (record === undefined) return push;
    const believed = { value: figureOf(record, push.figure), at: push.believed.at };
    return { ...push, believed, locked: record.locked };
  });
}
