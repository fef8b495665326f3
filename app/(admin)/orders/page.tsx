import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import layout from '@/app/components/layout.module.css';
import { PageHeader } from '@/app/components/page-header';
import { formatCount } from '@/app/format/money';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { ConnectView } from '../_connect/connect-view';
import { currentShop, type ShopParam } from '../current-shop';
import { BackfillAsk } from './_backfill/backfill-ask';
import { OrderScreen } from './_parts/order-screen';
import { RunCard } from './_parts/run-card';
import { orderParams } from './order-params';

type Props = Readonly<{ searchParams: Promise<ShopParam & Record<string, string | string[] | undefined>> }>;

export default async function OrdersPage({ searchParams }: Props) {
  const { merchantId } = await requireSession();
  const { queries, clock } = compose();
  const given = await searchParams;
  const shop = currentShop((await queries.shell(merchantId)).shops, given);
  if (!shop) return <ConnectView />;
  const params = orderParams.parse(given);
  const [view, run, t] = await Promise.all([
    queries.orders(merchantId, shop.connectionId, params),
    queries.orderRun(merchantId, shop.connectionId),
    getTranslations('orders'),
  ]);
  return (
    <main className={layout.page}>
      <PageHeader
        title={t('title')}
        lead={view.urgent > 0 ? t('urgent', { count: formatCount(view.urgent) }) : t('lead')}
        extra={
          <Link href="/orders/find" className={layout.headerLink}>
            {t('find.link')}
          </Link>
        }
      />
      <BackfillAsk merchantId={merchantId} connectionId={shop.connectionId} />
      {run ? <RunCard connectionId={shop.connectionId} run={run} /> : null}
      <OrderScreen
        connectionId={shop.connectionId}
        accessLapsed={shop.status !== 'active'}
        params={params}
        view={view}
        nowMs={clock.now()}
      />
    </main>
  );
}
