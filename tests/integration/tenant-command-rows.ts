import { randomUUID } from 'node:crypto';
import type { FreshDatabase } from './database';
import { addMerchant, storesOf } from './merchants';
import { testEncryption } from './test-encryption';

export type TenantRows = { merchantId: string; connectionId: string; shop: string; buyer: string };

/** A merchant with a shop, an order, a message, a variant, a turn under way in the past and a login begun. */
export async function addTenantRows(database: FreshDatabase, orgId: string): Promise<TenantRows> {
  const { merchant, connectionId } = await addMerchant(storesOf(database), { orgId, sellerId: `9${orgId}` });
  const merchantId = merchant.id;
  const at = new Date();
  const buyer = `Người mua ${orgId}`;
  const detail = await testEncryption.seal(JSON.stringify({ buyer: { name: buyer } }));
  const order = { merchantId, connectionId, lazadaCreatedAt: at, lazadaUpdatedAt: at, total: 150_000, detail };
  const body = await testEncryption.seal('{"trade_order_id":"1"}');
  await database.door(merchantId, async (tx) => {
    await tx.channelOrder.create({ data: { ...order, lazadaOrderId: '1', statuses: ['pending'] } });
    await tx.inboxMessage.create({ data: { merchantId, source: 'lazada', topic: '0', dedupeKey: 'a', body } });
    const variant = { variantId: '1', productId: '1', title: 'Đen', price: 1, readAt: at };
    await tx.variant.create({ data: { merchantId, ...variant, tracksInventory: true, allowsBackorder: false } });
    await tx.trailEvent.create({ data: { merchantId, kind: 'order_seen', lazadaOrderId: '1' } });
  });
  await database.sweep(async (tx) => {
    await tx.turnLease.create({ data: { key: `orders_${merchantId}_${connectionId}`, holder: 'x', expiresAt: at } });
    await tx.loginState.create({ data: { id: randomUUID(), kind: 'lazada_connect', merchantId, expiresAt: at } });
  });
  return { merchantId, connectionId, shop: merchant.shop, buyer };
}
