import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { ConnectView } from './_connect/connect-view';
import { OverviewView } from './_overview/overview-view';
import { currentShop, type ShopParam } from './current-shop';

export default async function OverviewPage({ searchParams }: Readonly<{ searchParams: Promise<ShopParam> }>) {
  const { merchantId } = await requireSession();
  const { queries, clock } = compose();
  const shop = currentShop((await queries.shell(merchantId)).shops, await searchParams);
  if (!shop) return <ConnectView />;
  const overview = await queries.overview(merchantId, shop.connectionId);
  if (!overview) return <ConnectView />;
  return <OverviewView shop={shop} overview={overview} nowMs={clock.now()} />;
}
