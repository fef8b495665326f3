import { useTranslations } from 'next-intl';
import { PlatformWords } from '@/app/components/platform-words';
import { SectionCard } from '@/app/components/section-card';
import type { OrderIssue } from '@/src/queries/orders/order-issues';
import { issueWords } from '../../../issues/_parts/issue-words';
import { RetryButton } from '../../../issues/_parts/retry-button';
import { FollowCancelButton } from '../../_parts/follow-cancel-button';
import styles from './order.module.css';

type Props = Readonly<{ issues: readonly OrderIssue[]; connectionId: string; orderId: string }>;

/** The open issues of this order: sentence first, the platform's own words small, then why and what to do (R2.5). */
export function IssuesCard({ issues, connectionId, orderId }: Props) {
  const t = useTranslations('order.issues');
  const codes = useTranslations('issueCodes');
  const retry = useTranslations('issues')('retry');
  return (
    <SectionCard title={t('title', { count: issues.length })}>
      <ul className={styles.issues}>
        {issues.map((issue) => (
          <li key={issue.id} data-issue={issue.code} data-level={issue.level}>
            <div>
              <p className={styles.sentence}>{codes(`${issue.code}.sentence`, issueWords(issue.facts))}</p>
              {issue.platformMessage ? <PlatformWords>{issue.platformMessage}</PlatformWords> : null}
              <p className={styles.words}>
                {t('cause')}: {codes(`${issue.code}.cause`)} {t('remedy')}: {codes(`${issue.code}.remedy`)}
              </p>
            </div>
            {issue.code === 'cancellation_while_processing_at_haravan' ? (
              <FollowCancelButton connectionId={connectionId} orderId={orderId} />
            ) : null}
            <RetryButton request={{ issueIds: [issue.id] }} label={retry} small />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
