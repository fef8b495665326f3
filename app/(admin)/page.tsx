import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { ConnectView } from './_connect/connect-view';
import { OverviewView } from './_overview/overview-view';
import { currentShop, type ShopParam } from './current-shop';

export default async function OverviewPage({ searchParams }: Readonly<{ searchParams: Promise<ShopParam> }>) {
  const { merchantId } = await requireSession();
  const { queries, clock } = compose();
  const { shops } = await queries.shell(merchantId);
  const shop = currentShop(shops, await searchParams);
  if (!shop) return <ConnectView />;
  const all = (
    await Promise.all(
      shops.map(async (each) => ({ shop: each, overview: await queries.overview(merchantId, each.connectionId) })),
    )
  ).flatMap(({ overview, ...each }) => (overview ? [{ ...each, overview }] : []));
  const overview = all.find((each) => each.shop === shop)?.overview;
  if (!overview) return <ConnectView />;
  return <OverviewView shop={shop} overview={overview} all={all} nowMs={clock.now()} />;
}
