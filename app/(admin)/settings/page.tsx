import { getTranslations } from 'next-intl/server';
import layout from '@/app/components/layout.module.css';
import { PageHeader } from '@/app/components/page-header';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { SettingsRow } from '@/app/components/section-card';
import { ConnectView } from '../_connect/connect-view';
import { currentShop, type ShopParam } from '../current-shop';
import { BackfillPanel } from '../orders/_backfill/backfill-panel';
import { AccessSection } from './_parts/access-section';
import { DisconnectSection } from './_parts/disconnect-section';
import { SettingsForm } from './_parts/settings-form';

export default async function SettingsPage({ searchParams }: Readonly<{ searchParams: Promise<ShopParam> }>) {
  const { merchantId, role } = await requireSession();
  const { queries, commands } = compose();
  const shop = currentShop((await queries.shell(merchantId)).shops, await searchParams);
  const view = shop && (await commands.settings.load(merchantId, shop.connectionId));
  if (!shop || !view) return <ConnectView />;
  const [t, older, backfill] = await Promise.all([
    getTranslations('settings'),
    getTranslations('backfill'),
    queries.backfill(merchantId, shop.connectionId),
  ]);
  const isOwner = role === 'owner';
  return (
    <main className={layout.page}>
      <PageHeader title={t('title')} lead={t('lead', { shop: shop.shopName })} />
      <SettingsForm key={shop.connectionId} connectionId={shop.connectionId} view={view} />
      {backfill ? (
        <SettingsRow title={older('title')} help={older('help')}>
          <BackfillPanel connectionId={shop.connectionId} view={backfill} />
        </SettingsRow>
      ) : null}
      <AccessSection shop={shop} isOwner={isOwner} />
      <DisconnectSection connectionId={shop.connectionId} shopName={shop.shopName} isOwner={isOwner} />
    </main>
  );
}
