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

export default async function SettingsPage({ searchParams }: Readonly<{ searchParams: Promise<ShopParam> }>) {
  const { merchantId, role } = await requireSession();
  const { queries, commands } = compose();
  const shop = currentShop((await queries.shell(merchantId)).shops, await searchParams);
  const view = shop && (await commands.settings.load(merchantId, shop.connectionId));
  if (!shop || !view) return <ConnectView />;
  const t = await getTranslations('settings');
  const isOwner = role === 'owner';
  return (
    <main className={layout.page}>
      <PageHeader title={t('title')} lead={t('lead', { shop: shop.shopName })} />
      <SettingsForm key={shop.connectionId} connectionId={shop.connectionId} view={view} />
      <BackfillSection merchantId={merchantId} connectionId={shop.connectionId} />
      <AccessSection shop={shop} isOwner={isOwner} />
      <DisconnectSection connectionId={shop.connectionId} shopName={shop.shopName} isOwner={isOwner} />
    </main>
  );
}
