import type { HaravanAddress } from '@/src/clients/haravan/address';
import type { HaravanLineDraft, HaravanOrderDraft } from '@/src/clients/haravan/order-draft';
import { shippingPlace } from '@/src/domain/order/address';
import { decideCustomer } from '@/src/domain/order/customer';
import type { ConnectionView } from '../ports/access';
import type { OrderItemRecord, OrderRecord } from '../ports/order-imports';
import type { OrderDetail } from '../ports/orders';
import { totalsOf } from './lazada-order';
import { BRANCH_ID, BRANCH_NAME, CHANNEL, LINE_ID } from './sales-channel';

const MAX_TAG_LENGTH = 40;

/** Read by both platforms as the buyer pays the courier (lazada.md §9.9). */
export function paymentOf(record: Pick<OrderRecord, 'paymentMethod'>): 'prepaid' | 'cod' {
  return record.paymentMethod.trim().toUpperCase() === 'COD' ? 'cod' : 'prepaid';
}

/** Masked names and phones stay as Lazada shows them: the label needs something, and only the address carries it (design §6). */
function nameAndPhone({ buyer }: OrderDetail): Pick<HaravanAddress, 'firstName' | 'lastName' | 'phone'> {
  const decision = decideCustomer(buyer);
  if (decision.kind === 'person') return { ...decision.name, phone: decision.phone };
  return { firstName: buyer.firstName, lastName: buyer.lastName, phone: buyer.phone };
}

/** Without the ward (spec R4.3). */
export function shippingAddress(detail: OrderDetail): HaravanAddress {
  return { ...nameAndPhone(detail), ...shippingPlace(detail.address), country: 'Vietnam', countryCode: 'VN' };
}

/** One line of quantity 1 per unit, so that each can be shipped, canceled and returned alone (design §6). */
function toLine(item: OrderItemRecord): HaravanLineDraft {
  const properties = [{ name: LINE_ID, value: item.orderItemId }];
  const price = { quantity: 1, price: item.itemPrice, properties };
  if (item.variantId !== null) return { variantId: item.variantId, ...price };
  const title = item.variation === '' ? item.name : `${item.name} - ${item.variation}`;
  return { title, sku: item.sellerSku, ...price };
}

/** As on Haravan's own channel: the delivery service (haravan.md §6.4). A comma would make two tags. */
function tagsOf(items: readonly OrderItemRecord[]): string[] {
  const carriers = items.flatMap((item) => item.shipmentProvider ?? []);
  return [...new Set(carriers.map((carrier) => carrier.replaceAll(',', ' ').slice(0, MAX_TAG_LENGTH)))];
}

/**
 * The money adds up to what the buyer paid: item prices, one discount for all vouchers, shipping (haravan.md §2.16). Payments are
 * not part of the draft: an amount given there may be lost, an explicit capture is not.
 */
export function toHaravanDraft(
  connection: Pick<ConnectionView, 'sellerId' | 'shopName' | 'orderLocationId'>,
  record: OrderRecord,
  customerId: string | null,
): HaravanOrderDraft {
  const { detail, items } = record;
  const totals = totalsOf(detail, items);
  const cod = paymentOf(record) === 'cod';
  return {
    name: record.lazadaOrderId,
    source: CHANNEL,
    sourceName: CHANNEL,
    lineItems: items.map(toLine),
    shippingAddress: shippingAddress(detail),
    billingAddress: shippingAddress(detail),
    financialStatus: 'pending',
    isCodGateway: cod,
    isConfirm: true,
    shippingLines: [{ code: CHANNEL, title: 'Lazada', price: totals.shippingFee }],
    tags: tagsOf(items),
    noteAttributes: [
      { name: BRANCH_NAME, value: connection.shopName },
      { name: BRANCH_ID, value: connection.sellerId },
    ],
    ...(cod ? {} : { gateway: record.paymentMethod || 'Lazada' }),
    ...(totals.discount > 0 ? { discountCodes: [{ code: 'Voucher Lazada', amount: totals.discount }] } : {}),
    ...(detail.note === '' ? {} : { note: detail.note }),
    ...(customerId === null ? {} : { customerId }),
    ...(connection.orderLocationId === null ? {} : { locationId: connection.orderLocationId }),
  };
}
