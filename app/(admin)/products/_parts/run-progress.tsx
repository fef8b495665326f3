'use client';

import { Button, Progress } from 'antd';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { SectionCard } from '@/app/components/section-card';
import { formatCount } from '@/app/format/money';
import { formatTime } from '@/app/format/time';
import type { RunView } from '@/src/queries/products/publish-run';
import { cancelRun } from '../actions';
import styles from './products.module.css';

/** Live progress of the newest run; the page may be left meanwhile (R2.2, R6.2). */
export function RunProgress({ run }: Readonly<{ run: RunView }>) {
  const t = useTranslations('products.run');
  const [pending, start] = useTransition();
  const running = run.finishedAt === null && run.canceledAt === null && run.done < run.total;
  const percent = run.total === 0 ? 100 : Math.floor((run.done * 100) / run.total);
  const values = {
    done: formatCount(run.done),
    total: formatCount(run.total),
    linked: formatCount(run.linkedVariants),
    issues: formatCount(run.issueVariants),
    at: formatTime(run.createdAt),
  };
  const said = run.canceledAt ? 'canceled' : running ? 'running' : 'finished';
  return (
    <SectionCard>
      <div className={styles.run} aria-live="polite">
        <div className={styles.runText}>
          {t(`${said}.${run.kind === 'unpublish' ? 'unpublish' : 'publish'}`, values)}
        </div>
        {running ? (
          <>
            <Progress percent={percent} status="active" aria-label={t('label')} />
            <Button loading={pending} onClick={() => start(async () => void (await cancelRun(run.runId)))}>
              {t('cancel')}
            </Button>
          </>
        ) : null}
      </div>
    </SectionCard>
  );
}
