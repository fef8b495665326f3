import type { ReactNode } from 'react';
import { LiveRefresh } from '@/app/components/live-refresh';
import { AccessBanner, type Banner } from '@/app/components/shell/access-banner';
import { AppNav } from '@/app/components/shell/app-nav';
import { LanguageSwitch } from '@/app/components/shell/language-switch';
import { ShopSwitch } from '@/app/components/shell/shop-switch';
import { startReauthorize } from '@/app/session/actions';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { WARNING_DAYS } from '@/src/domain/connection/deadlines';
import type { ShellView } from '@/src/queries/shell';

const WARN_FROM_DAYS = WARNING_DAYS[0];

/** Without Haravan nothing goes on, without a shop's access that shop does not. */
function bannerOf({ haravanExpired, orgId, shops }: ShellView): Banner | null {
  if (haravanExpired) return { kind: 'haravan', installUrl: `${compose().env.APP_URL}/install?orgid=${orgId}` };
  const expired = shops.find((shop) => shop.status === 'expired');
  if (expired) return { kind: 'expired', ...expired };
  const expiring = shops.find((shop) => shop.daysLeft <= WARN_FROM_DAYS);
  return expiring ? { kind: 'expiring', ...expiring } : null;
}

export default async function AdminLayout({ children }: Readonly<{ children: ReactNode }>) {
  const { merchantId } = await requireSession();
  const { queries } = compose();
  // Before anything that is drawn is read: what changes from here on is noticed, also before the browser asks for the first time.
  const mark = await queries.liveMark(merchantId);
  const shell = await queries.shell(merchantId);
  const { shops, openIssues } = shell;
  const banner = bannerOf(shell);
  const names = shops.map(({ connectionId, shopName }) => ({ connectionId, shopName }));
  return (
    <>
      <AppNav
        openIssues={openIssues}
        extra={
          <>
            {names.length > 1 ? <ShopSwitch shops={names} /> : null}
            <LanguageSwitch />
          </>
        }
      />
      {banner ? <AccessBanner banner={banner} start={startReauthorize} /> : null}
      {children}
      <LiveRefresh mark={mark} />
    </>
  );
}
