import { waitUntilRight } from '@/tests/controls/wait-until';
import { type Step, wrongUnless } from '../step';

const TOPICS = ['products/update', 'inventorylocationbalances/update', 'app/uninstalled'];

export const install: Step = {
  title: 'Install from the Haravan admin: login, grant, Tổng quan',
  requirements: 'R1.1',
  async play({ first, haravan, database }) {
    const { orgId } = first.account;
    await first.hands.install();
    await first.hands.app.getByRole('button', { name: 'Kết nối kênh bán hàng' }).waitFor();
    let events: string[] = [];
    await waitUntilRight('the installation', async () => {
      const { installed, subscriptions } = await haravan.org(orgId);
      events = subscriptions.map(({ event }) => event);
      const merchants = await database.rows('select 1 from "Merchant" where "orgId" = $1 and status = $2', [
        orgId,
        'installed',
      ]);
      return [
        ...wrongUnless(installed, 'Haravan knows nothing of it'),
        ...wrongUnless(merchants.length === 1, `${merchants.length} merchants in the database`),
        ...TOPICS.filter((topic) => !events.includes(topic)).map((topic) => `no webhook for ${topic}`),
      ];
    });
    return `${events.length} webhook topics`;
  },
};
