import { useTranslations } from 'next-intl';
import { formatClock } from '@/app/format/time';
import type { OverviewView as Overview } from '@/src/queries/overview';
import type { Lag } from '@/src/queries/freshness';
import styles from './overview.module.css';

type Props = Readonly<{ overview: Overview; age: (at: Date) => string; nowMs: number }>;

/** A change is said to be on its way when it waits longer than changes are collected (design §6). */
const ON_ITS_WAY_MS = 5_000;
const whole = (seconds: number): string =>
  seconds < 10 ? seconds.toFixed(1).replace('.', ',') : String(Math.round(seconds));

/** How old the knowledge of orders and of stock is, from real timestamps (R10.1). */
export function FreshnessLines({ overview, age, nowMs }: Props) {
  const t = useTranslations('overview.fresh');
  const { ordersFeedAt, freshness } = overview;
  const { lastPushedAt, changedSince } = freshness;
  const late = (key: 'late' | 'stockLate', { lastSeconds, p95Seconds }: Lag): string =>
    lastSeconds === null || p95Seconds === null
      ? ''
      : ` ${t(key, { last: whole(lastSeconds), p95: whole(p95Seconds) })}`;
  const waits = changedSince !== null && nowMs - changedSince.getTime() > ON_ITS_WAY_MS;
  return (
    <>
      {ordersFeedAt ? (
        <p className={styles.fresh} data-fresh="orders">
          {t('orders', { at: formatClock(ordersFeedAt), age: age(ordersFeedAt) })}
          {late('late', freshness.orders)}
        </p>
      ) : null}
      {lastPushedAt ? (
        <p className={styles.fresh} data-fresh="stock">
          {t('stock', { at: formatClock(lastPushedAt), age: age(lastPushedAt) })}
          {late('stockLate', freshness.stock)}
          {waits && changedSince ? ` ${t('stockWaits', { at: formatClock(changedSince) })}` : ''}
        </p>
      ) : null}
    </>
  );
}
