import { useLocale, useTranslations } from 'next-intl';
import table from '@/app/components/table.module.css';
import { formatLeft, formatTime } from '@/app/format/time';
import { isLocale } from '@/app/i18n/locales';
import styles from './orders.module.css';

const URGENT_MS = 4 * 3_600_000;

/** When ready-to-ship is due, and how long is left (R10.9). */
export function Deadline({ at, nowMs }: Readonly<{ at: Date | null; nowMs: number }>) {
  const t = useTranslations('orders.table');
  const locale = useLocale();
  if (!at) return <span className={table.muted}>–</span>;
  const leftMs = at.getTime() - nowMs;
  const look = leftMs < 0 ? styles.late : leftMs < URGENT_MS ? styles.soon : table.muted;
  return (
    <>
      <span className={`${styles.left} ${look}`}>{formatLeft(leftMs, isLocale(locale) ? locale : 'vi')}</span>
      <time className={table.second} dateTime={at.toISOString()} title={t('deadlineHelp')}>
        {formatTime(at)}
      </time>
    </>
  );
}
