import { waitUntilRight } from '@/tests/controls/wait-until';
import { type Step, wrongUnless } from '../step';

type Row = { status: string; shopName: string; pushPrice: boolean; pushQuantity: boolean };

export const connect: Step = {
  title: "Kết nối kênh bán hàng → Lazada's page → connected",
  requirements: 'R1.2',
  async play({ first, database }) {
    await first.hands.connect();
    await first.hands.app.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
    const sql = 'select status, "shopName", "pushPrice", "pushQuantity" from "Connection" where "sellerId" = $1';
    let rows: Row[] = [];
    await waitUntilRight('the connection', async () => {
      rows = await database.rows<Row>(sql, [first.account.seller.sellerId]);
      return [
        ...wrongUnless(rows.length === 1 && rows[0]?.status === 'active', `${rows.length} connections`),
        ...wrongUnless(!rows.some((row) => row.pushPrice || row.pushQuantity), 'a switch was on from the start'),
      ];
    });
    return `${rows[0]?.shopName}, both switches off`;
  },
};
