import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settle, untouched } from '@/tests/builders/haravan-steps';
import { lazadaOrderId, orderItemId, packageId } from '../ids';
import { dong } from '../money';
import { readItemStatus } from './item-status';
import type { OrderItem } from './order-item';
import type { PlanFacts } from './plan-facts';

const SHIPPED = ['pending', 'packed', 'ready_to_ship', 'shipped'];
const BACK = [...SHIPPED, 'failed_delivery', 'shipped_back'];
/** The ways of lazada.md §10.2, DBS and digital goods among them; a real item is somewhere on one of them. */
const WAYS = [
  [...SHIPPED, 'delivered', 'confirmed'],
  [
    'unpaid',
    'pending',
    'topack',
    'packed',
    'repacked',
    'packed',
    'ready_to_ship',
    'transit_to_ship',
    'shipping',
    'delivered',
  ],
  [...SHIPPED, 'delivered', 'returned'],
  [...SHIPPED, 'delivered', 'rtm_init'],
  [...SHIPPED, 'delivered', 'rtm_init', 'returned'],
  [...BACK, 'shipped_back_success'],
  [...BACK, 'shipped_back_failed'],
  [...BACK, 'shipped_back_failed', 'package_scrapped'],
  [...BACK, 'return_to_seller'],
  [...BACK, 'package_scrapped'],
  [...SHIPPED, 'lost_by_3pl'],
  [...SHIPPED, 'damaged_by_3pl'],
  ['pending', 'packed', 'ready_to_ship', 'delivered'],
  ['pending', 'packed', 'ready_to_ship', 'failed_delivery'],
  ['pending', 'delivered'],
  ['pending', 'canceled'],
  ['pending', 'packed', 'canceled'],
  ['pending', 'packed', 'ready_to_ship_pending', 'canceled'],
];

/** Goods that are packed together, and how many there are. */
type Parcel = { way: string[]; units: number };
/** How far the units of each parcel have come along its way. */
type Progress = { steps: number[][] };

const UNPACKED = new Set(['unpaid', 'pending', 'topack', 'repacked']);
const LEFT = SHIPPED.length;

/** The order at a moment. Packing and canceling concern a whole parcel; on the road its units are told of one by one. */
function snapshot(parcels: readonly Parcel[], { steps }: Progress): OrderItem[] {
  return parcels.flatMap(({ way }, parcel) =>
    (steps[parcel] ?? []).map((step, unit): OrderItem => {
      const status = way[step] ?? 'pending';
      return {
        orderItemId: orderItemId(`${parcel}${unit}`),
        status: readItemStatus(status),
        packageId: UNPACKED.has(status) || way.length === 2 ? null : packageId(`P${parcel}`),
        trackingNumber: null,
        carrier: null,
        everShipped: false,
        cancelCause: status === 'canceled' ? 'buyer' : null,
      };
    }),
  );
}

/** Each goes on by some steps; on the road the news of later units may be a step behind, but no unit goes back. */
function goOn({ way, units }: Parcel, before: readonly number[], by: number, isBehind: boolean): number[] {
  const first = Math.min((before[0] ?? 0) + by, way.length - 1);
  return Array.from({ length: units }, (_, unit) => {
    const told = isBehind && unit > 0 && first >= LEFT ? first - 1 : first;
    return Math.max(told, before[unit] ?? 0);
  });
}

function factsOf(items: OrderItem[], payment: PlanFacts['payment']): PlanFacts {
  const shares = new Map(items.map((item, at) => [item.orderItemId, dong(100 * (at + 1))]));
  const settings = { orderProcessing: 'lazada', force: 'none', restock: { onCancel: true, returns: false } } as const;
  return { orderId: lazadaOrderId('100'), items, shares, payment, haravan: untouched, ...settings };
}

/** What a merchant sees in Haravan: where each unit is, and how much money is held. */
function shown({ items, haravan }: PlanFacts) {
  const units = items.map(({ orderItemId: id }) => {
    if (haravan.canceled || haravan.refundedItemIds.includes(id)) return 'gone';
    return haravan.fulfillments.findLast((each) => each.itemIds.includes(id))?.carrierState ?? 'not shipped';
  });
  return { units, held: haravan.captured - haravan.refunded };
}

/** A unit that was returned before any money was taken keeps its line; its parcel tells the same. */
const alike = (view: ReturnType<typeof shown>, items: readonly OrderItem[]) => ({
  ...view,
  units: view.units.map((unit, at) =>
    items[at]?.status.status === 'returned' || items[at]?.status.status === 'shipped_back_success' ? 'returned' : unit,
  ),
});

test('R4.2 whatever news arrives, in whatever order and however often, the end is the mapping of the last state', () => {
  const parcel = fc.record({ way: fc.constantFrom(...WAYS), units: fc.integer({ min: 1, max: 2 }) });
  const parcels = fc.array(parcel, { minLength: 1, maxLength: 3 });
  const orders = parcels.chain((each) => fc.tuple(fc.constant(each), readings(each)));
  fc.assert(
    fc.property(orders, fc.constantFrom('prepaid' as const, 'cod' as const), ([each, seen], payment) => {
      const newest = { at: -1, items: [] as OrderItem[] };
      let facts = factsOf([], payment);
      for (const { at, ...progress } of seen) {
        // What the store does: an older reading that arrives late is dropped, the same one again changes nothing.
        if (at < newest.at) continue;
        Object.assign(newest, { at, items: snapshot(each, progress) });
        facts = settle({ ...factsOf(newest.items, payment), haravan: facts.haravan });
      }
      const fresh = settle(factsOf(newest.items, payment));
      expect(alike(shown(facts), facts.items)).toEqual(alike(shown(fresh), fresh.items));
    }),
    { numRuns: 300 },
  );
});

/** Readings of growing age, delivered in any order, some twice, some never. */
function readings(parcels: readonly Parcel[]): fc.Arbitrary<(Progress & { at: number })[]> {
  const growth = fc.array(fc.nat(3), { minLength: parcels.length, maxLength: parcels.length });
  const rows = fc.array(fc.record({ growth, isBehind: fc.boolean() }), { minLength: 1, maxLength: 5 });
  const list = rows.map((each) => {
    let steps: number[][] = [];
    return each.map(({ growth: by, isBehind }, at) => {
      steps = parcels.map((parcel, nth) => goOn(parcel, steps[nth] ?? [], by[nth] ?? 0, isBehind));
      return { at, steps };
    });
  });
  return list.chain((each) => fc.array(fc.constantFrom(...each), { minLength: 1, maxLength: 8 }));
}
