import type { Sandbox } from '@/sandbox/main';
import { composeFrom } from '@/src/compose';
import { connectedShop } from '@/tests/integration/connected';
import { waitUntilRight } from '@/tests/controls/wait-until';

/** Installs, connects, switches both figures on and publishes everything, as a merchant would. */
export async function openShop(env: Record<string, string>, sandbox: Sandbox) {
  const app = composeFrom({ ...env, LOG_LEVEL: 'silent' });
  try {
    const shop = await connectedShop({ sandbox, install: app.install, connectShop: app.connectShop });
    const { merchant, connectionId, seller } = shop;
    const filter = { tab: 'all', search: '', publication: 'any', page: 1 } as const;
    await waitUntilRight('the catalogue', async () => {
      const { matching } = await app.queries.products(merchant.id, connectionId, filter);
      return matching === 0 ? ['no products yet'] : [];
    });
    const { publishing, settings } = app.commands;
    await publishing.publish(merchant.id, connectionId, { filter: {} }, 'chaos');
    const view = await settings.load(merchant.id, connectionId);
    if (!view) throw new Error('the shop has no settings');
    const on = { ...view.settings, pushPrice: true, pushQuantity: true };
    const wish = { settings: on, version: view.version, confirmed: true, by: 'chaos' };
    const { outcome } = await settings.save(merchant.id, connectionId, wish);
    if (outcome !== 'saved') throw new Error(`settings: ${outcome}`);
    return { orgId: merchant.orgId, sellerId: seller.sellerId };
  } finally {
    await app.close();
  }
}
