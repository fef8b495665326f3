import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PlatformWords } from '@/app/components/platform-words';
import { SectionCard } from '@/app/components/section-card';
import { StatusTag } from '@/app/components/status-tag';
import { formatCount } from '@/app/format/money';
import { formatTime } from '@/app/format/time';
import type { IssueGroup, IssueRow } from '@/src/queries/issues/issue-list';
import { FollowCancelButton } from '../../orders/_parts/follow-cancel-button';
import { issueWords } from './issue-words';
import styles from './issues.module.css';
import { mendLink } from './mend-link';
import { RetryButton } from './retry-button';
import { ZeroButton } from './zero-button';

const TONE = { error: 'danger', warning: 'warning', info: 'quiet' } as const;
type Props = Readonly<{ group: IssueGroup; connectionId: string; adminUrl: string; whole: boolean }>;

/** One cause: what happened, why, what to do; its rows below (R2.5, R10.10). */
export function IssueGroupCard({ group, connectionId, adminUrl, whole }: Props) {
  const t = useTranslations('issues');
  const c = useTranslations(`issueCodes.${group.code}`);
  const left = group.total - group.rows.length;
  return (
    <SectionCard
      flush
      title={
        <span className={styles.groupTitle}>
          {c('title')} <span className={styles.total}>{formatCount(group.total)}</span>{' '}
          <StatusTag tone={TONE[group.level]}>{t(`whose.${group.level === 'info' ? 'note' : group.turn}`)}</StatusTag>
        </span>
      }
      extra={
        <span className={styles.groupActions}>
          {group.code === 'link_lost' ? <ZeroButton connectionId={connectionId} /> : null}
          <RetryButton
            request={{ code: group.code, connectionId }}
            label={t('retryGroup')}
            ariaLabel={t('retryGroupOf', { title: c('title') })}
          />
        </span>
      }
    >
      <dl className={styles.why}>
        <div>
          <dt>{t('cause')}</dt>
          <dd>{c('cause')}</dd>
        </div>
        <div>
          <dt>{t('remedy')}</dt>
          <dd>{c('remedy')}</dd>
        </div>
      </dl>
      <ul className={styles.rows}>
        {group.rows.map((row) => (
          <IssueLine
            key={row.id}
            row={row}
            connectionId={connectionId}
            adminUrl={adminUrl}
            sentence={c('sentence', issueWords(row.facts))}
          />
        ))}
      </ul>
      {left > 0 && !whole ? (
        <p className={styles.more}>
          <Link href={`/issues?code=${group.code}`}>{t('more', { count: formatCount(left) })}</Link>
        </p>
      ) : null}
    </SectionCard>
  );
}

type LineProps = Readonly<{ row: IssueRow; connectionId: string; adminUrl: string; sentence: string }>;

function IssueLine({ row, connectionId, adminUrl, sentence }: LineProps) {
  const t = useTranslations('issues');
  const link = mendLink(row, adminUrl);
  return (
    <li className={styles.row} data-issue={row.code} data-subject={row.subjectId}>
      <div className={styles.words}>
        <p className={styles.sentence}>{sentence}</p>
        {row.line ? <PlatformWords>{row.line}</PlatformWords> : null}
        <p className={styles.since}>
          {t('since', { at: formatTime(row.firstSeenAt) })}
          {row.count > 1 ? ` · ${t('times', { count: formatCount(row.count) })}` : null}
        </p>
      </div>
      <div className={styles.rowActions}>
        {link ? (
          <a href={link.href} target={link.outside ? '_top' : undefined}>
            {t(`links.${link.kind}`)}
          </a>
        ) : null}
        {row.code === 'cancellation_while_processing_at_haravan' ? (
          <FollowCancelButton connectionId={connectionId} orderId={row.subjectId} />
        ) : null}
        <RetryButton request={{ issueIds: [row.id] }} label={t('retry')} small />
      </div>
    </li>
  );
}
