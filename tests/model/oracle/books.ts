import type { Order as HaravanOrder, OrderLine } from '@/sandbox/haravan/entities/order';
import type { Org } from '@/sandbox/haravan/entities/org';
import type { Variant } from '@/sandbox/haravan/entities/product';
import type { Store as HaravanStore } from '@/sandbox/haravan/store';
import type { Grant, Order, OrderItem, Seller, Sku } from '@/sandbox/lazada/entities';
import type { Store as LazadaStore } from '@/sandbox/lazada/store';
import { codeOf } from '@/tests/oracle/code';

/** What the merchant last saved for a shop, as far as it decides figures. Nothing of this folder knows the product. */
export type ShopSettings = {
  price: boolean;
  quantity: boolean;
  /** Empty: all that may be sold. */
  stockLocations: readonly number[];
  sharePercent: number;
  safetyStock: number;
  bound: number | null;
};

/** `grants`: what Lazada had granted when the merchant last was told that the shop is connected. */
export type Shop = {
  sellerId: string;
  orgId: string;
  connected: boolean;
  grants: readonly Grant[];
  settings: ShopSettings;
};

/** Both platforms' own books, read as they are. */
export type Books = {
  haravan(): HaravanStore;
  lazada(): LazadaStore;
  shops: readonly Shop[];
};

const BRANCH_ID = 'X-Haravan-SalesChannel-BranchId';
const LINE_ID = 'X-Haravan-SalesChannel-LineId';

/** Over for the seller: nothing of it will move stock any more. */
const ENDED = new Set([
  ...['delivered', 'confirmed', 'returned', 'shipped_back_success', 'canceled'],
  ...['lost', 'lost_by_3pl', 'damaged', 'damaged_by_3pl', 'package_scrapped', 'shipped_back_failed'],
]);

export const hasEnded = (item: OrderItem): boolean => ENDED.has(item.status);

/** What a buyer asks to send back was delivered: it has left the merchant's stock for good, or until it is returned. */
export const hasLeft = (item: OrderItem): boolean => hasEnded(item) || item.status === 'rtm_init';

export const attribute = (of: readonly { name: string; value: unknown }[], name: string): string | null => {
  const found = of.find((one) => one.name === name);
  return found === undefined ? null : String(found.value);
};

export function orgOf(books: Books, orgId: string): Org {
  const org = books.haravan().orgs.get(orgId);
  if (!org) throw new Error(`no organization ${orgId}`);
  return org;
}

export function sellerOf(books: Books, sellerId: string): Seller {
  const seller = books.lazada().sellers.get(sellerId);
  if (!seller) throw new Error(`no seller ${sellerId}`);
  return seller;
}

/** Everything that the seller has granted so far. */
export const grantsOf = (books: Books, sellerId: string): Grant[] =>
  books.lazada().grants.filter((grant) => grant.sellerId === sellerId);

/**
 * Whether the app can learn what this shop sells: it is connected, and Lazada still takes its access or renews it. A grant whose
 * answer was lost, of which the merchant was told that connecting failed, is in nobody's hands (spec R1.3, R8.2). A renewal ends
 * with the refresh token that it came from, so it needs no entry.
 */
export const isReadable = ({ connected, grants }: Shop, now: number): boolean =>
  connected && grants.some((grant) => Math.max(grant.accessExpiresAt, grant.refreshExpiresAt) > now);

export const shopsOf = (books: Books, orgId: string): Shop[] => books.shops.filter((shop) => shop.orgId === orgId);

/** The Haravan orders that stand for a shop's Lazada order. New ones are indexed as they come. */
export function createOrderIndex(books: Books) {
  const byKey = new Map<string, HaravanOrder[]>();
  const seen = new Map<string, number>();

  function catchUp(orgId: string): void {
    const { orders } = orgOf(books, orgId);
    const known = seen.get(orgId) ?? 0;
    if (orders.size === known) return;
    for (const order of [...orders.values()].slice(known)) {
      const key = `${orgId}/${attribute(order.noteAttributes, BRANCH_ID)}/${order.name}`;
      byKey.set(key, [...(byKey.get(key) ?? []), order]);
    }
    seen.set(orgId, orders.size);
  }

  return {
    find({ orgId, sellerId }: Shop, orderId: string): readonly HaravanOrder[] {
      catchUp(orgId);
      return byKey.get(`${orgId}/${sellerId}/${orderId}`) ?? [];
    },
  };
}
export type OrderIndex = ReturnType<typeof createOrderIndex>;

export const lineOf = (order: HaravanOrder, item: OrderItem): OrderLine | undefined =>
  order.lines.find((line) => attribute(line.properties, LINE_ID) === item.orderItemId);

export function maySell(books: Books, shop: Shop): number[] {
  const sellable = orgOf(books, shop.orgId)
    .locations.filter((location) => location.type !== 'ontheroad' && !location.isUnavailableQuantity)
    .map((location) => location.id);
  const { stockLocations } = shop.settings;
  return stockLocations.length === 0 ? sellable : sellable.filter((id) => stockLocations.includes(id));
}

export function bearersOf(books: Books, orgId: string, code: string | null): Variant[] {
  if (code === null) return [];
  return [...orgOf(books, orgId).variants.values()].filter((variant) => codeOf(variant.barcode) === code);
}

export type Unit = { shop: Shop; order: Order; item: OrderItem };

/**
 * Units sold by any shop of the merchant and not called off, under a code or on a Haravan line of a variant, whatever code that one
 * bears by now. What has ended and is in Haravan is forgotten.
 */
export function createUnitIndex(books: Books, orders: OrderIndex) {
  const byCode = new Map<string, Unit[]>();
  const byLine = new Map<number, Unit[]>();
  const seen = new Map<string, number>();
  let notInHaravan: Unit[] = [];
  let ordersLooked = 0;

  function catchUp(orgId: string): void {
    for (const shop of shopsOf(books, orgId)) {
      const all = sellerOf(books, shop.sellerId).orders;
      const known = seen.get(shop.sellerId) ?? 0;
      if (all.size === known) continue;
      for (const order of [...all.values()].slice(known)) {
        for (const item of order.items) {
          const key = `${orgId}/${codeOf(item.sellerSku)}`;
          const unit = { shop, order, item };
          byCode.set(key, [...(byCode.get(key) ?? []), unit]);
          notInHaravan.push(unit);
        }
      }
      // Their orders may have come into Haravan before anybody asked for this merchant's units.
      ordersLooked = 0;
      seen.set(shop.sellerId, all.size);
    }
  }

  function file(): void {
    const ordersNow = [...books.haravan().orgs.values()].reduce((sum, org) => sum + org.orders.size, 0);
    if (ordersNow === ordersLooked) return;
    ordersLooked = ordersNow;
    notInHaravan = notInHaravan.filter((unit) => !isFiled(unit));
  }

  /** False: Haravan has no order for it yet. */
  function isFiled(unit: Unit): boolean {
    const [known] = orders.find(unit.shop, unit.order.orderId);
    const variantId = known && lineOf(known, unit.item)?.variantId;
    if (variantId) byLine.set(variantId, [...(byLine.get(variantId) ?? []), unit]);
    return known !== undefined;
  }

  const counts = ({ shop, order, item }: Unit) =>
    item.status !== 'canceled' && !(hasLeft(item) && orders.find(shop, order.orderId).length > 0);

  return {
    sold(orgId: string, code: string, variantId: number): ReadonlySet<Unit> {
      catchUp(orgId);
      file();
      const key = `${orgId}/${code}`;
      const [coded, lined] = [byCode.get(key) ?? [], byLine.get(variantId) ?? []].map((units) => units.filter(counts));
      byCode.set(key, coded ?? []);
      byLine.set(variantId, lined ?? []);
      return new Set([...(coded ?? []), ...(lined ?? [])]);
    },
  };
}
export type UnitIndex = ReturnType<typeof createUnitIndex>;

export type { HaravanOrder, Order, OrderItem, Org, Seller, Sku, Variant };
