import { setTimeout as sleep } from 'node:timers/promises';
import { disconnectShop } from '@/tests/browser/settings-screen';
import { goodsOf } from '../goods';
import { requireNone, requireThat, type Step } from '../step';

/** Longer than a poll, a sweep and the collecting of changes together. */
const WATCHED_MS = 8_000;

type Row = { status: string; accessToken: string | null; refreshToken: string | null };

export const disconnect: Step = {
  title: 'Ngắt kết nối → yes → not one call to Lazada afterwards',
  requirements: 'R5.1',
  async play(stage) {
    const { haravan, lazada, database, first } = stage;
    const { orgId, seller } = first.account;
    const [good] = await goodsOf(stage, first, 1, 8);
    if (!good) throw new Error('a good expected');
    const orders = (await haravan.org(orgId)).orders.length;
    await first.hands.open('Cấu hình');
    await disconnectShop(first.hands);
    const answeredAt = Date.now();
    await haravan.changeVariant(orgId, good.variantId, { price: good.price + 1_000 });
    await lazada.buy(seller.sellerId, { lines: [{ sellerSku: good.sku.sellerSku, quantity: 1 }] });
    await sleep(WATCHED_MS);
    const late = (await lazada.calls()).filter(({ at, tenant }) => at > answeredAt && tenant === seller.sellerId);
    requireNone(
      'Calls to Lazada afterwards',
      late.map(({ at, operation }) => `${operation}, ${at - answeredAt} ms later`),
    );
    const sql = 'select status, "accessToken", "refreshToken" from "Connection" where "sellerId" = $1';
    const [row] = await database.rows<Row>(sql, [seller.sellerId]);
    requireThat(row?.status === 'disconnected', `the connection is ${row?.status}`);
    requireThat(row.accessToken === null && row.refreshToken === null, 'the tokens are still there');
    requireThat((await haravan.org(orgId)).orders.length === orders, 'orders in Haravan have changed');
    return `watched for ${WATCHED_MS / 1000} s; tokens forgotten, ${orders} orders stay`;
  },
};
