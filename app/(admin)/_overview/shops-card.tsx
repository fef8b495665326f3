import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ConnectButton } from '@/app/components/connect-button';
import { SectionCard } from '@/app/components/section-card';
import { StatusTag, type Tone } from '@/app/components/status-tag';
import table from '@/app/components/table.module.css';
import { formatCount } from '@/app/format/money';
import { formatClock } from '@/app/format/time';
import type { ShopOverview } from './overview-view';
import styles from './overview.module.css';
import { type StatusLine, statusLine } from './status-line';

const TONE: Partial<Record<StatusLine['kind'], Tone>> = {
  well: 'success',
  working: 'success',
  expired: 'danger',
  feed_stale: 'danger',
  issues: 'warning',
};

/** All the merchant's shops at one look (R10.12); each leads to its own overview. */
export function ShopsCard({ shops, nowMs }: Readonly<{ shops: readonly ShopOverview[]; nowMs: number }>) {
  const t = useTranslations('overview.shops');
  return (
    <SectionCard title={t('title')} extra={<ConnectButton label="addShop" />}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section className={table.frame} aria-label={t('title')} tabIndex={0}>
        <table className={table.table}>
          <thead>
            <tr>
              {(['shop', 'state', 'orders', 'linked', 'issues', 'differed', 'fresh'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shops.map((each) => (
              <ShopRow key={each.shop.connectionId} {...each} nowMs={nowMs} />
            ))}
          </tbody>
        </table>
      </section>
    </SectionCard>
  );
}

function ShopRow({ shop, overview, nowMs }: ShopOverview & { nowMs: number }) {
  const t = useTranslations('overview.shops');
  const { kind } = statusLine({ ...overview, ...overview.freshness, status: shop.status }, nowMs);
  const { compared, ordersFeedAt } = overview;
  return (
    <tr data-shop={shop.connectionId}>
      <td>
        <Link className={styles.shopLink} href={`/?shop=${shop.connectionId}`}>
          {shop.shopName}
        </Link>
      </td>
      <td>
        <StatusTag tone={TONE[kind] ?? 'info'}>{t(`states.${kind}`)}</StatusTag>
      </td>
      <td>{formatCount(overview.ordersToday)}</td>
      <td>{formatCount(overview.linked)}</td>
      <td>{formatCount(overview.issues)}</td>
      <td>{compared ? `${formatCount(compared.differed)} / ${formatCount(compared.checked)}` : '–'}</td>
      <td className={table.muted}>{ordersFeedAt ? formatClock(ordersFeedAt) : '–'}</td>
    </tr>
  );
}
