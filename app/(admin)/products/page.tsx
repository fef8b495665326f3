import { getTranslations } from 'next-intl/server';
import layout from '@/app/components/layout.module.css';
import { PageHeader } from '@/app/components/page-header';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { ConnectView } from '../_connect/connect-view';
import { currentShop, type ShopParam } from '../current-shop';
import { ProductScreen } from './_parts/product-screen';
import { RunProgress } from './_parts/run-progress';
import { productParams } from './product-params';

type Props = Readonly<{ searchParams: Promise<ShopParam & Record<string, string | string[] | undefined>> }>;

export default async function ProductsPage({ searchParams }: Props) {
  const { merchantId } = await requireSession();
  const { queries } = compose();
  const given = await searchParams;
  const shop = currentShop((await queries.shell(merchantId)).shops, given);
  if (!shop) return <ConnectView />;
  const params = productParams.parse(given);
  const [view, run, t] = await Promise.all([
    queries.products(merchantId, shop.connectionId, params),
    queries.publishRun(merchantId, shop.connectionId),
    getTranslations('products'),
  ]);
  return (
    <main className={layout.page}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {run ? <RunProgress run={run} /> : null}
      <ProductScreen connectionId={shop.connectionId} shopName={shop.shopName} params={params} view={view} />
    </main>
  );
}
