import { type ExpectedOrder, expectedOrder, isExpected } from './expected-order';
import { unlike } from './figure-differences';
import type { HaravanOrder, HaravanOrg } from './raw-haravan';
import type { LazadaSeller } from './raw-lazada';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function actualOrder(order: HaravanOrder): ExpectedOrder & { channel: string; ward: string } {
  const { customer, shipping_address: address } = order;
  return {
    name: order.name,
    channel: text(order.source_name).toLowerCase(),
    lines: order.line_items.flatMap((line) =>
      Array.from({ length: line.quantity }, () => ({ variantId: line.variant_id, price: Number(line.price) })),
    ),
    total: Number(order.total_price),
    payment: order.financial_status as ExpectedOrder['payment'],
    canceled: order.cancelled_at !== null,
    deliveries: order.fulfillments
      .filter(({ status }) => status !== 'cancelled')
      .map(({ carrier_status_code }) => carrier_status_code),
    buyer: {
      name: [customer?.last_name, customer?.first_name].filter(Boolean).join(' '),
      phone: customer?.phone ?? '',
      address: text(address?.address1),
      district: text(address?.district),
      province: text(address?.province),
    },
    ward: text(address?.ward),
    locationId: order.location_id,
  };
}

const lineText = (line: ExpectedOrder['lines'][number]) => `${line.variantId ?? 'custom'} at ${line.price}`;

function differencesOf(found: HaravanOrder, expected: ExpectedOrder): string[] {
  const actual = actualOrder(found);
  const plain = (['total', 'payment', 'canceled', 'locationId'] as const).flatMap((key) =>
    actual[key] === expected[key] ? [] : [`${key} ${actual[key]}, not ${expected[key]}`],
  );
  const buyer = (['name', 'phone', 'address', 'district', 'province'] as const).flatMap((key) =>
    actual.buyer[key] === expected.buyer[key]
      ? []
      : [`buyer's ${key} ${actual.buyer[key]}, not ${expected.buyer[key]}`],
  );
  return [
    ...plain,
    ...buyer,
    ...unlike(actual.lines.map(lineText), expected.lines.map(lineText)).map((line) => `line ${line}`),
    // A canceled order's shipments, if it had any, say nothing any more.
    ...(expected.canceled ? [] : unlike(actual.deliveries, expected.deliveries).map((state) => `delivery ${state}`)),
    ...(actual.channel === 'lazada' ? [] : [`sales channel ${actual.channel}`]),
    ...(actual.ward === '' ? [] : [`ward ${actual.ward}`]),
  ].map((difference) => `${expected.name}: ${difference}`);
}

/** Where Haravan's orders are not what this shop's Lazada orders say: missing, twice, or different (spec R4.1 - R4.4). */
export function orderDifferences(org: HaravanOrg, seller: LazadaSeller, locationId: number | null): string[] {
  return seller.orders.flatMap((order) => {
    const found = org.orders.filter(({ name }) => name === order.orderId);
    if (!isExpected(order)) return found.map(() => `${order.orderId}: brought over, though never paid`);
    const [one, ...more] = found;
    if (!one) return [`${order.orderId}: missing in Haravan`];
    if (more.length > 0) return [`${order.orderId}: ${found.length} times in Haravan`];
    return differencesOf(one, expectedOrder(order, org, locationId));
  });
}
