import { byCode } from './code';
import type { HaravanOrg } from './raw-haravan';
import type { LazadaOrder, LazadaOrderItem } from './raw-lazada';

export type ExpectedOrder = {
  name: string;
  /** One per unit: variant (or none) and price. */
  lines: { variantId: number | null; price: number }[];
  total: number;
  payment: 'pending' | 'paid' | 'voided' | 'refunded' | 'partially_refunded';
  canceled: boolean;
  /** Carrier status of each shipment. */
  deliveries: string[];
  buyer: { name: string; phone: string; address: string; district: string; province: string };
  locationId: number;
};

/** spec R4.2 and design §4, along the road of a parcel: the least advanced item says where the parcel is. */
const CARRIER_STATUS: readonly (readonly [string, readonly string[]])[] = [
  ['none', ['pending', 'topack', 'packed', 'repacked']],
  ['readytopick', ['ready_to_ship', 'ready_to_ship_pending', 'toship', 'transit_to_ship']],
  ['delivering', ['shipped']],
  ['delivered', ['delivered', 'confirmed']],
  ['cancel', ['failed', 'failed_delivery', 'lost', 'lost_by_3pl', 'damaged', 'damaged_by_3pl', 'package_scrapped']],
  ['waitingforreturn', ['shipped_back', 'return_to_seller']],
  ['return', ['shipped_back_success', 'returned']],
];

const GONE = ['canceled', 'returned', 'shipped_back_success'];

/** An order that nobody has paid yet, or ever did, is not brought over (design §4). */
export function isExpected(order: LazadaOrder): boolean {
  const reached = order.items.some(({ status }) => status !== 'unpaid' && status !== 'canceled');
  return reached || (order.paymentMethod === 'COD' && order.items.length > 0) || order.paidAt !== null;
}

function linesOf(order: LazadaOrder, org: HaravanOrg): ExpectedOrder['lines'] {
  const bearers = byCode(
    org.products.flatMap((product) => product.variants),
    ({ barcode }) => barcode,
  );
  return order.items.map(({ sellerSku, itemPrice }) => {
    const [variant, ...others] = bearers.get(sellerSku.normalize('NFC')) ?? [];
    return { variantId: variant && others.length === 0 ? variant.id : null, price: itemPrice };
  });
}

function paymentOf({ paidAt, items }: LazadaOrder): ExpectedOrder['payment'] {
  const gone = items.filter(({ status }) => GONE.includes(status)).length;
  if (paidAt === null) return items.every(({ status }) => status === 'canceled') ? 'voided' : 'pending';
  if (gone === 0) return 'paid';
  return gone === items.length ? 'refunded' : 'partially_refunded';
}

function deliveriesOf(items: readonly LazadaOrderItem[]): string[] {
  const traveling = items.filter(({ status }) => status !== 'canceled');
  const parcels = Map.groupBy(traveling, ({ packageId }) => packageId);
  return [...parcels.values()].flatMap((parcel) => {
    const statuses = parcel.map(({ status }) => status);
    const place = CARRIER_STATUS.find(([, covered]) => statuses.some((status) => covered.includes(status)));
    return place === undefined || place[0] === 'none' ? [] : [place[0]];
  });
}

/**
 * The Haravan order that must stand for a Lazada order, with Xử lý đơn hàng at Lazada (spec R4.1 - R4.4).
 * @param locationId Kho đồng bộ đơn hàng; null: Kho tổng, which Haravan's default warehouse takes (design §4)
 */
export function expectedOrder(order: LazadaOrder, org: HaravanOrg, locationId: number | null): ExpectedOrder {
  const { buyer, items } = order;
  const vouchers = order.voucherSeller + order.voucherPlatform;
  return {
    name: order.orderId,
    lines: linesOf(order, org),
    total: items.reduce((sum, { itemPrice }) => sum + itemPrice, 0) - vouchers + order.shippingFee,
    payment: paymentOf(order),
    canceled: items.every(({ status }) => status === 'canceled'),
    deliveries: deliveriesOf(items),
    buyer: {
      name: buyer.name,
      phone: buyer.phone,
      address: buyer.address,
      district: buyer.district,
      province: buyer.province,
    },
    locationId: locationId ?? org.locations.find((location) => location.is_primary)?.id ?? 0,
  };
}
