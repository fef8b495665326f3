import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parsePush } from '@/src/clients/lazada/parse-push';
import type { LazadaPush } from '@/src/clients/lazada/push';
import { verifyPush } from '@/src/clients/lazada/push-signature';
import { LAZADA } from '../contract-seed';
import { type MessageReceiver, startMessageReceiver } from '../message-receiver';
import { APP } from '../stage';
import { LAZADA_PUSHES } from '../wire/lazada-pushes';
import { type LazadaRig, startLazadaStage } from './lazada-stage';

let receiver: MessageReceiver;
let rig: LazadaRig;
beforeAll(async () => {
  receiver = await startMessageReceiver();
  rig = await startLazadaStage({ url: receiver.url });
});
beforeEach(async () => {
  await rig.renew();
  receiver.received.length = 0;
});
afterAll(async () => {
  await rig.sandbox.close();
  await receiver.close();
});

/** What each cause must mean to the product. */
const MEANINGS: Record<keyof typeof LAZADA_PUSHES, Partial<LazadaPush>> = {
  'push-category-tree': { type: 'other', messageType: 12 },
  'push-fulfillment': { type: 'fulfillment', status: 'READY_TO_SHIP' },
  'push-order': { type: 'order', orderStatus: 'pending' },
  'push-order-canceled': { type: 'order', orderStatus: 'canceled' },
  'push-product-edited': { type: 'product', change: 'edited', itemId: LAZADA.itemId },
  'push-product-qc': { type: 'product_qc', itemId: LAZADA.itemId, status: 'REJECTED' },
  'push-reverse-order': { type: 'reverse_order', reverseStatus: 'RTM_INIT' },
  'push-seller-status': { type: 'seller_status', status: 'close' },
  'push-shallow-stock': { type: 'shallow_stock', skuId: LAZADA.blackId },
  'push-token-expiring': { type: 'token_expiring', sellerId: LAZADA.sellerId },
  'push-verify-probe': { type: 'order', sellerId: '9999' },
};

const proof = { appKey: APP.lazadaAppKey, appSecret: APP.lazadaAppSecret };

describe.each([
  ['as documented', {}],
  ['with times in milliseconds', { pushTimestampMs: true }],
])('pushes of the sandbox, %s', (_mode, modes) => {
  test.each(Object.entries(LAZADA_PUSHES))('%s is signed, and read with its meaning', async (name, { happen }) => {
    rig.sandbox.lazada.control.setModes(modes);
    const begunMs = rig.sandbox.clock.now();
    await happen(rig);
    await rig.sandbox.lazada.deliveries.flush();
    for (const { rawBody, header } of receiver.received) {
      const authorization = header('authorization');
      expect(verifyPush({ rawBody, authorization, ...proof })).toBe(true);
      expect(verifyPush({ rawBody, authorization, ...proof, appSecret: 'another' })).toBe(false);
      expect(verifyPush({ rawBody: Buffer.concat([rawBody, Buffer.from(' ')]), authorization, ...proof })).toBe(false);
    }
    const pushes = receiver.received.map(({ rawBody }) => parsePush(JSON.parse(rawBody.toString('utf8'))));
    const found = pushes.find(
      (push) => push && Object.entries(MEANINGS[name] ?? {}).every(([key, value]) => Reflect.get(push, key) === value),
    );
    expect(found, JSON.stringify(pushes)).toBeDefined();
    expect(Math.abs((found?.sentAt?.getTime() ?? 0) - begunMs)).toBeLessThan(60_000);
  });
});
