import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import layout from '@/app/components/layout.module.css';
import { PageHeader } from '@/app/components/page-header';
import { SectionCard } from '@/app/components/section-card';
import { formatCount } from '@/app/format/money';
import { formatAge, formatClock, formatTime } from '@/app/format/time';
import { isLocale } from '@/app/i18n/locales';
import type { OverviewView as Overview } from '@/src/queries/overview';
import type { ShopSummary } from '@/src/queries/shell';
import { TrailList } from '../_trail/trail-list';
import styles from './overview.module.css';
import { setupSteps } from './setup-steps';
import { statusLine } from './status-line';

type Props = Readonly<{ shop: ShopSummary; overview: Overview; nowMs: number }>;

export async function OverviewView({ shop, overview, nowMs }: Props) {
  const t = await getTranslations('overview');
  const steps = setupSteps(overview);
  return (
    <main className={layout.page}>
      <PageHeader title={t('title')} lead={shop.shopName} />
      <StatusCard shop={shop} overview={overview} nowMs={nowMs} />
      {steps.length > 0 ? (
        <SectionCard title={t('setup.title')}>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step.key} data-done={step.done}>
                <Link href={step.href}>{t(`setup.${step.key}`)}</Link>
                <span>{step.done ? t('setup.done') : t('setup.todo')}</span>
              </li>
            ))}
          </ol>
        </SectionCard>
      ) : null}
      <Tiles overview={overview} />
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
  const line = statusLine({ ...overview, status: shop.status }, nowMs);
  const age = (at: Date) => formatAge(nowMs - at.getTime(), isLocale(locale) ? locale : 'vi');
  const values = {
    count: 'count' in line ? formatCount(line.count) : '',
    waiting: 'waiting' in line ? formatCount(line.waiting) : '',
    since: 'since' in line ? formatTime(line.since) : '',
  };
  const { lastSeconds, p95Seconds } = overview.lateness;
  return (
    <section className={styles.status} data-status={line.kind}>
      <p className={styles.statusLine}>{t(`status.${line.kind}`, values)}</p>
      {overview.ordersFeedAt ? (
        <p className={styles.fresh}>
          {t('fresh.orders', { at: formatClock(overview.ordersFeedAt), age: age(overview.ordersFeedAt) })}
          {lastSeconds !== null && p95Seconds !== null
            ? ` ${t('fresh.late', { last: Math.round(lastSeconds), p95: Math.round(p95Seconds) })}`
            : null}
        </p>
      ) : null}
      {overview.lastPushedAt ? (
        <p className={styles.fresh}>
          {t('fresh.stock', { at: formatClock(overview.lastPushedAt), age: age(overview.lastPushedAt) })}
        </p>
      ) : null}
    </section>
  );
}

async function Tiles({ overview }: Readonly<{ overview: Overview }>) {
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
      href: '/products',
      note: overview.compared
        ? t('checked', { count: formatCount(overview.compared.checked), at: formatClock(overview.compared.at) })
        : t('notYet'),
    },
  ] as const;
  return (
    <div className={styles.tiles}>
      {tiles.map((tile) => (
        <Link key={tile.key} href={tile.href} className={styles.tile}>
          <span className={styles.tileLabel}>{t(tile.key)}</span>
          <span className={styles.tileValue}>{tile.value}</span>
          <span className={styles.tileNote}>{tile.note ?? ' '}</span>
        </Link>
      ))}
    </div>
  );
}
