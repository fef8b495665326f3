import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import layout from '@/app/components/layout.module.css';
import { PageHeader } from '@/app/components/page-header';
import { SectionCard } from '@/app/components/section-card';
import { formatCount } from '@/app/format/money';
import { formatAge, formatClock, formatTime } from '@/app/format/time';
import { isLocale } from '@/app/i18n/locales';
import type { OverviewView as Overview } from '@/src/queries/overview';
import type { ShopSummary } from '@/src/queries/shell';
import { TrailList } from '../_trail/trail-list';
import { CompareCard } from './compare-card';
import { FreshnessLines } from './freshness-lines';
import styles from './overview.module.css';
import { ShopsCard } from './shops-card';
import { setupSteps } from './setup-steps';
import { statusLine } from './status-line';

export type ShopOverview = { shop: ShopSummary; overview: Overview };
/** `older`: asks for the orders from before the connection, until that is answered (R10.14). */
type Props = Readonly<{
  shop: ShopSummary;
  overview: Overview;
  all: readonly ShopOverview[];
  older: ReactNode;
  nowMs: number;
}>;

/** Links keep the shop where there are several (R10.12). */
const hrefOf =
  (several: boolean, { connectionId }: ShopSummary) =>
  (path: string) =>
    several ? `${path}?shop=${connectionId}` : path;

export async function OverviewView({ shop, overview, all, older, nowMs }: Props) {
  const t = await getTranslations('overview');
  const steps = setupSteps(overview);
  const href = hrefOf(all.length > 1, shop);
  return (
    <main className={layout.page}>
      <PageHeader title={t('title')} lead={shop.shopName} />
      <StatusCard shop={shop} overview={overview} nowMs={nowMs} />
      {steps.length > 0 ? (
        <SectionCard title={t('setup.title')}>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step.key} data-done={step.done}>
                <Link href={href(step.href)}>{t(`setup.${step.key}`)}</Link>
                <span>{step.done ? t('setup.done') : t('setup.todo')}</span>
              </li>
            ))}
          </ol>
        </SectionCard>
      ) : null}
      {older}
      {all.length > 1 ? <ShopsCard shops={all} nowMs={nowMs} /> : null}
      <Tiles overview={overview} href={href} />
      <CompareCard overview={overview} nowMs={nowMs} />
      <SectionCard title={t('events.title')}>
        <TrailList events={overview.events} naming />
      </SectionCard>
    </main>
  );
}

async function StatusCard({
  shop,
  overview,
  nowMs,
}: Readonly<{ shop: ShopSummary; overview: Overview; nowMs: number }>) {
  const t = await getTranslations('overview');
  const locale = await getLocale();
  const line = statusLine({ ...overview, ...overview.freshness, status: shop.status }, nowMs);
  const age = (at: Date) => formatAge(nowMs - at.getTime(), isLocale(locale) ? locale : 'vi');
  const values = {
    count: 'count' in line ? formatCount(line.count) : '',
    waiting: 'waiting' in line ? formatCount(line.waiting) : '',
    since: 'since' in line ? formatTime(line.since) : '',
  };
  return (
    <section className={styles.status} data-status={line.kind}>
      <p className={styles.statusLine}>{t(`status.${line.kind}`, values)}</p>
      <FreshnessLines overview={overview} age={age} nowMs={nowMs} />
    </section>
  );
}

type TilesProps = Readonly<{ overview: Overview; href: (path: string) => string }>;

async function Tiles({ overview, href }: TilesProps) {
  const t = await getTranslations('overview.tiles');
  const tiles = [
    { key: 'orders', value: formatCount(overview.ordersToday), href: '/orders', note: null },
    {
      key: 'linked',
      value: formatCount(overview.linked),
      href: '/products',
      note: t('published', { count: formatCount(overview.published) }),
    },
    { key: 'issues', value: formatCount(overview.issues), href: '/issues', note: null },
    {
      key: 'differences',
      value: overview.compared ? formatCount(overview.compared.differed) : '–',
      href: '#compared',
      note: overview.compared
        ? t('checked', { count: formatCount(overview.compared.checked), at: formatClock(overview.compared.at) })
        : t('notYet'),
    },
  ] as const;
  return (
    <div className={styles.tiles}>
      {tiles.map((tile) => (
        <Link key={tile.key} href={tile.href.startsWith('#') ? tile.href : href(tile.href)} className={styles.tile}>
          <span className={styles.tileLabel}>{t(tile.key)}</span>
          <span className={styles.tileValue}>{tile.value}</span>
          <span className={styles.tileNote}>{tile.note ?? ' '}</span>
        </Link>
      ))}
    </div>
  );
}
