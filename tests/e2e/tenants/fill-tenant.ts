import { randomUUID } from 'node:crypto';
import type { Tx } from '@/src/db/client';

type Filling = { merchantId: string; connectionId: string; mark: string; seal: (plain: string) => Promise<string> };

const PRICE = 120_000;

/** One product, its pair on Lazada, one order, and what hangs on them. */
export async function fillTenant(tx: Tx, { merchantId, connectionId, mark, seal }: Filling) {
  const own = { merchantId, connectionId };
  const unique = merchantId.slice(0, 8);
  const [productId, variantId, skuId] = [`p${unique}`, `v${unique}`, `s${unique}`];
  const orderId = `5${Number.parseInt(unique, 16)}`;
  const code = `8930000${unique}`;
  const readAt = new Date();
  await tx.location.create({ data: { merchantId, locationId: '1', name: `Kho ${mark}` } });
  await tx.product.create({
    data: { merchantId, productId, title: `Áo ${mark}`, searchText: `ao ${mark.toLowerCase()}`, readAt },
  });
  await tx.variant.create({
    data: {
      ...{ merchantId, variantId, productId, title: `Đỏ ${mark}`, barcode: code, code, price: PRICE, readAt },
      ...{ tracksInventory: true, allowsBackorder: false },
    },
  });
  const pair = { itemId: `i${unique}`, skuId, sellerSku: code };
  await tx.listing.create({
    data: { ...own, ...pair, code, name: `Áo ${mark}`, status: 'active', price: PRICE, sellable: 5, readAt },
  });
  await tx.listingLink.create({ data: { ...own, ...pair, variantId, productId } });
  await tx.lostLink.create({ data: { ...own, ...pair, skuId: `lost${unique}`, variantId, lostAt: readAt } });
  for (const figure of ['price', 'quantity']) {
    await tx.push.create({ data: { ...own, variantId, figure, outcome: 'issue', lastValue: 1, lastPushedAt: readAt } });
  }
  const run = await tx.publishRun.create({ data: { ...own, total: 1, requestedBy: mark } });
  await tx.publication.create({ data: { ...own, productId, runId: run.id } });
  await fillOrder(tx, { ...own, orderId, variantId, mark, code, detail: await seal(JSON.stringify(buyer(mark))) });
  const issueId = randomUUID();
  await tx.syncIssue.create({
    data: {
      ...{
        id: issueId,
        ...own,
        code: 'seller_sku_not_found',
        key: variantId,
        subjectKind: 'variant',
        subjectId: variantId,
      },
      facts: { variantId, productId, productTitle: mark, variantTitle: mark, barcode: code },
    },
  });
  await tx.inboxMessage.create({
    data: { merchantId, source: 'lazada', topic: 'order', dedupeKey: unique, body: await seal(mark) },
  });
  return { productId, variantId, orderId, issueId, runId: run.id };
}

const buyer = (mark: string) => ({
  buyer: { firstName: mark, lastName: '', phone: '84901234567' },
  address: { address1: mark, address3: '', address4: '', address5: '', city: '' },
  voucher: 0,
  shippingFee: 0,
  note: mark,
});

type Order = { merchantId: string; connectionId: string; orderId: string; variantId: string; mark: string };

async function fillOrder(tx: Tx, order: Order & { code: string; detail: string }): Promise<void> {
  const { merchantId, connectionId, orderId, variantId, mark, code, detail } = order;
  const own = { merchantId, connectionId, lazadaOrderId: orderId };
  const at = new Date();
  await tx.channelOrder.create({
    data: {
      ...{ ...own, lazadaCreatedAt: at, lazadaUpdatedAt: at, statuses: ['pending'], total: PRICE, detail },
      ...{ decision: 'imported', createState: 'created', haravanOrderId: '1', haravanName: `#${mark}` },
    },
  });
  await tx.orderItem.create({
    data: {
      ...{ ...own, orderItemId: `item-${orderId}`, sellerSku: code, code, name: `Áo ${mark}`, status: 'pending' },
      ...{ itemPrice: PRICE, paidPrice: PRICE, variantId },
    },
  });
  await tx.orderPackage.create({ data: { ...own, packageId: `pk-${orderId}`, trackingCode: mark } });
  await tx.orderAction.create({ data: { ...own, kind: 'ready_to_ship', state: 'refused', message: mark } });
  await tx.trailEvent.create({ data: { ...own, kind: 'order_created', facts: { name: mark } } });
}
