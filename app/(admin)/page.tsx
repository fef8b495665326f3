import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { ConnectView } from './_connect/connect-view';
import { OverviewView } from './_overview/overview-view';
import { currentShop, type ShopParam } from './current-shop';
import { BackfillAsk } from './orders/_backfill/backfill-ask';

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
  const older = <BackfillAsk merchantId={merchantId} connectionId={shop.connectionId} />;
  return <OverviewView shop={shop} overview={overview} all={all} older={older} nowMs={clock.now()} />;
}
