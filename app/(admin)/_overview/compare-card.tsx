import { useLocale, useTranslations } from 'next-intl';
import { SectionCard } from '@/app/components/section-card';
import { StatusTag, type Tone } from '@/app/components/status-tag';
import table from '@/app/components/table.module.css';
import { formatCount, formatDong } from '@/app/format/money';
import { formatAge, formatClock, formatTime } from '@/app/format/time';
import { isLocale } from '@/app/i18n/locales';
import type { DifferenceRow, DifferenceState } from '@/src/queries/differences';
import type { OverviewView as Overview } from '@/src/queries/overview';
import styles from './overview.module.css';

const TONE: Record<DifferenceState, Tone> = {
  resent: 'success',
  settled: 'success',
  waiting: 'info',
  refused: 'danger',
  unlinked: 'quiet',
};

/** The drift radar: "0 trên 4.812 khác biệt, kiểm tra 37 phút trước", what differed, and what was done (R10.7). */
export function CompareCard({ overview, nowMs }: Readonly<{ overview: Overview; nowMs: number }>) {
  const t = useTranslations('overview.compare');
  const locale = useLocale();
  const { compared, differences } = overview;
  return (
    <div id="compared">
      <SectionCard title={t('title')}>
        <p className={styles.statusLine} data-compared>
          {compared
            ? t('result', {
                differed: formatCount(compared.differed),
                checked: formatCount(compared.checked),
                age: formatAge(nowMs - compared.at.getTime(), isLocale(locale) ? locale : 'vi'),
              })
            : t('never')}
        </p>
        <p className={styles.fresh}>{compared ? t('reading', { at: formatClock(compared.at) }) : t('neverHint')}</p>
        {differences.length > 0 ? <Differences rows={differences} /> : null}
      </SectionCard>
    </div>
  );
}

function Differences({ rows }: Readonly<{ rows: readonly DifferenceRow[] }>) {
  const t = useTranslations('overview.compare');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className={table.frame} aria-label={t('list')} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            {(['variant', 'figure', 'ours', 'theirs', 'found', 'done'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Difference key={`${row.variantId} ${row.figure} ${row.foundAt.getTime()}`} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Difference({ row }: Readonly<{ row: DifferenceRow }>) {
  const t = useTranslations('overview.compare');
  const format = row.figure === 'price' ? formatDong : formatCount;
  const sent =
    row.sent !== null && row.sentAt !== null ? { value: format(row.sent), at: formatTime(row.sentAt) } : null;
  return (
    <tr data-difference={row.state}>
      <td>
        {row.name} <span className={table.code}>{row.sellerSku}</span>
      </td>
      <td>{t(row.figure)}</td>
      <td>{format(row.believed)}</td>
      <td>{format(row.found)}</td>
      <td className={table.muted}>{formatTime(row.foundAt)}</td>
      <td>
        <StatusTag tone={TONE[row.state]}>{sent ? t('resent', sent) : t(`states.${row.state}`)}</StatusTag>
      </td>
    </tr>
  );
}
