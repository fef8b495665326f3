import { LAZADA } from '../contract-seed';
import type { LazadaRig } from '../lazada/lazada-stage';

type Cause = { type: number; status?: string; happen(rig: LazadaRig): void | Promise<void> };

const { sellerId, blackId } = LAZADA;
const skuId = Number(blackId);

/** What makes the sandbox send the message that a fixture of tests/fixtures/lazada recorded. */
export const LAZADA_PUSHES: Record<string, Cause> = {
  'push-category-tree': {
    type: 12,
    happen: ({ sandbox }) => sandbox.lazada.control.sendPush({ sellerId, type: 12, data: { status_update_time: 1 } }),
  },
  'push-fulfillment': { type: 14, happen: ({ stage }) => void stage.ready() },
  'push-order': { type: 0, status: 'pending', happen: ({ stage }) => void stage.pending() },
  'push-order-canceled': {
    type: 0,
    status: 'canceled',
    happen: async ({ stage: { client, auth, cancelAsked } }) =>
      client.decideCancel(auth, { reverseOrderId: cancelAsked().reverseOrderId, agree: true }),
  },
  'push-product-edited': {
    type: 4,
    happen: ({ sandbox }) => void sandbox.lazada.control.editSku({ sellerId, skuId, set: { price: 151_000 } }),
  },
  'push-product-qc': {
    type: 1,
    happen: ({ sandbox }) => {
      const itemId = Number(LAZADA.itemId);
      sandbox.lazada.control.reviewItem({ sellerId, itemId, state: 'rejected', reason: 'Ảnh mờ' });
    },
  },
  'push-reverse-order': { type: 10, happen: ({ stage }) => void stage.returnAsked() },
  'push-seller-status': {
    type: 13,
    happen: ({ sandbox }) => sandbox.lazada.control.setSellerStatus({ sellerId, status: 'INACTIVE' }),
  },
  'push-shallow-stock': {
    type: 6,
    happen: ({ sandbox, stage }) => {
      sandbox.lazada.control.editSku({ sellerId, skuId, set: { sellable: 5 } });
      stage.pending();
    },
  },
  'push-token-expiring': {
    type: 8,
    happen: ({ sandbox }) => {
      sandbox.lazada.control.ageTokens({ sellerId, accessExpiresInMs: 3_600_000 });
      sandbox.lazada.control.state();
    },
  },
  'push-verify-probe': { type: 0, happen: ({ sandbox }) => sandbox.lazada.control.verifyPush() },
};

/** The message as it was sent; nobody listens, and the attempt is in the log all the same. */
export async function pushedFor(rig: LazadaRig, { type, status, happen }: Cause): Promise<unknown> {
  const { deliveries } = rig.sandbox.lazada;
  deliveries.clear();
  await happen(rig);
  await deliveries.flush();
  const bodies = deliveries.log().map((record) => JSON.parse(record.body));
  return bodies.find(
    (body) => body.message_type === type && (status === undefined || body.data.order_status === status),
  );
}
