import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import layout from '@/app/components/layout.module.css';
import { EmptyState } from '@/app/components/list-faces';
import { PageHeader } from '@/app/components/page-header';
import { SectionCard } from '@/app/components/section-card';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { ConnectView } from '../../_connect/connect-view';
import { currentShop, type ShopParam } from '../../current-shop';
import { OrderDetail } from './_parts/order-detail';

type Props = Readonly<{ params: Promise<{ id: string }>; searchParams: Promise<ShopParam> }>;

export default async function OrderPage({ params, searchParams }: Props) {
  const { merchantId, shop: handle } = await requireSession();
  const { queries, clock, env } = compose();
  const { shops } = await queries.shell(merchantId);
  const shop = currentShop(shops, await searchParams);
  if (!shop) return <ConnectView />;
  const { id } = await params;
  const order = await queries.order(merchantId, shop.connectionId, id);
  if (!order) return <NoSuchOrder id={id} />;
  const owner = shops.find((each) => each.connectionId === order.connectionId);
  return (
    <OrderDetail
      order={order}
      accessLapsed={owner?.status !== 'active'}
      adminUrl={env.HARAVAN_ADMIN_URL.replace('{shop}', handle)}
      nowMs={clock.now()}
    />
  );
}

async function NoSuchOrder({ id }: Readonly<{ id: string }>) {
  const t = await getTranslations('order');
  return (
    <main className={layout.page}>
      <PageHeader title={t('title', { order: id })} />
      <SectionCard>
        <EmptyState
          title={t('notFound')}
          hint={t('notFoundHint', { order: id })}
          action={<Link href="/orders">{t('toList')}</Link>}
        />
      </SectionCard>
    </main>
  );
}
