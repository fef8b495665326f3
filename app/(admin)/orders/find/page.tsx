import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import layout from '@/app/components/layout.module.css';
import { PageHeader } from '@/app/components/page-header';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { ConnectView } from '../../_connect/connect-view';
import order from '../[id]/_parts/order.module.css';
import { AskLazada } from './_parts/ask-lazada';
import { NumberForm } from './_parts/number-form';
import { ShopFinding } from './_parts/shop-finding';
import { readNumber } from './read-number';

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

/** Tìm đơn: what became of a Lazada order number, in every shop (R10.2). */
export default async function FindOrderPage({ searchParams }: Props) {
  const { merchantId, shop: handle } = await requireSession();
  const { queries, clock, env } = compose();
  if ((await queries.shell(merchantId)).shops.length === 0) return <ConnectView />;
  const typed = [(await searchParams).number].flat()[0] ?? '';
  const number = readNumber(typed);
  const [t, shops] = await Promise.all([
    getTranslations('find'),
    number === null ? [] : queries.orderSearch(merchantId, number),
  ]);
  const unseen = shops.filter((shop) => shop.order === null && shop.status !== 'disconnected');
  return (
    <main className={layout.page}>
      <Link href="/orders" className={order.back}>
        ← {t('back')}
      </Link>
      <PageHeader title={t('title')} lead={t('lead')} />
      <NumberForm key={typed} typed={typed} invalid={typed !== '' && number === null} />
      {number === null ? null : (
        <>
          {shops
            .filter((shop) => shop.order !== null)
            .map((shop) => (
              <ShopFinding
                key={shop.connectionId}
                shop={shop}
                number={number}
                several={shops.length > 1}
                adminUrl={env.HARAVAN_ADMIN_URL.replace('{shop}', handle)}
                nowMs={clock.now()}
              />
            ))}
          {unseen.length > 0 ? (
            <AskLazada
              key={number}
              number={number}
              shops={unseen.map(({ connectionId, shopName }) => ({ connectionId, shopName }))}
              atOnce={unseen.length === shops.length}
            />
          ) : null}
        </>
      )}
    </main>
  );
}
