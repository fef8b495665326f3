import { getTranslations } from 'next-intl/server';
import layout from '@/app/components/layout.module.css';
import { PageHeader } from '@/app/components/page-header';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { ConnectView } from '../_connect/connect-view';
import { currentShop, type ShopParam } from '../current-shop';
import { BackfillSection } from '../orders/_backfill/backfill-section';
import { AccessSection } from './_parts/access-section';
import { DisconnectSection } from './_parts/disconnect-section';
import { SettingsForm } from './_parts/settings-form';
import { ShopsSection } from './_parts/shops-section';
import type { OtherShop } from './_parts/copy-section';
import type { ShopSummary } from '@/src/queries/shell';

export default async function SettingsPage({ searchParams }: Readonly<{ searchParams: Promise<ShopParam> }>) {
  const { merchantId, role } = await requireSession();
  const { queries, commands } = compose();
  const { shops } = await queries.shell(merchantId);
  const shop = currentShop(shops, await searchParams);
  const view = shop && (await commands.settings.load(merchantId, shop.connectionId));
  if (!shop || !view) return <ConnectView />;
  const t = await getTranslations('settings');
  const others = await otherShops(merchantId, shops, shop.connectionId);
  const isOwner = role === 'owner';
  return (
    <main className={layout.page}>
      <PageHeader title={t('title')} lead={t('lead', { shop: shop.shopName })} />
      <SettingsForm key={shop.connectionId} connectionId={shop.connectionId} view={view} others={others} />
      <ShopsSection shops={shops} current={shop.connectionId} />
      <BackfillSection merchantId={merchantId} connectionId={shop.connectionId} />
      <AccessSection shop={shop} isOwner={isOwner} />
      <DisconnectSection connectionId={shop.connectionId} shopName={shop.shopName} isOwner={isOwner} />
    </main>
  );
}

/** Settings that can be copied into this shop's (R10.12). */
async function otherShops(merchantId: string, shops: readonly ShopSummary[], current: string): Promise<OtherShop[]> {
  const { settings } = compose().commands;
  const others = shops.filter((shop) => shop.connectionId !== current);
  const loaded = await Promise.all(
    others.map(async ({ connectionId, shopName }) => {
      const view = await settings.load(merchantId, connectionId);
      return view ? [{ connectionId, shopName, settings: view.settings }] : [];
    }),
  );
  return loaded.flat();
}
