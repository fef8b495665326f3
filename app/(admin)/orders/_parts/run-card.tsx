'use client';

import { Button, Progress } from 'antd';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlatformWords } from '@/app/components/platform-words';
import { SectionCard } from '@/app/components/section-card';
import { useShopHref } from '@/app/components/use-shop-href';
import { formatCount } from '@/app/format/money';
import { formatTime } from '@/app/format/time';
import type { OrderRunView } from '@/src/queries/orders/order-run';
import { withdrawRun } from '../actions';
import styles from './orders.module.css';

type Props = Readonly<{ connectionId: string; run: OrderRunView }>;

/** What was pressed for many orders: how far it is, what came of each, and the way to stop the rest (R4.6, R6.2). */
export function RunCard({ connectionId, run }: Props) {
  const t = useTranslations('orders.run');
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const running = run.waiting > 0;
  const percent = Math.floor(((run.total - run.waiting) * 100) / run.total);
  const words = {
    at: formatTime(run.createdAt),
    total: formatCount(run.total),
    ended: formatCount(run.total - run.waiting),
    done: formatCount(run.done),
    before: run.doneBefore,
    refused: run.refused,
    withdrawn: run.withdrawn,
  };
  const stop = async () => {
    setPending(true);
    await withdrawRun({ connectionId, runId: run.runId }).catch(() => null);
    setPending(false);
    router.refresh();
  };
  return (
    <SectionCard>
      <div className={styles.run} data-run={running ? 'running' : 'finished'}>
        <p role="status">
          {t(`${running ? 'running' : 'finished'}.${run.kind === 'cancel' ? 'cancel' : 'ready_to_ship'}`, words)}{' '}
          {t('outcome', words)}
        </p>
        {running ? (
          <>
            <Progress percent={percent} status="active" aria-label={t('label')} />
            <Button loading={pending} onClick={stop}>
              {t('stop')}
            </Button>
          </>
        ) : null}
      </div>
      {run.refusals.length > 0 ? <Refusals run={run} /> : null}
    </SectionCard>
  );
}

function Refusals({ run }: Readonly<{ run: OrderRunView }>) {
  const t = useTranslations('orders');
  const href = useShopHref();
  const own = (code: string | null) => (code && t.has(`actions.refused.${code}`) ? t(`actions.refused.${code}`) : null);
  return (
    <details className={styles.refusals}>
      <summary>{t('run.refusals', { count: run.refused })}</summary>
      <ul>
        {run.refusals.map(({ lazadaOrderId, code, message }) => (
          <li key={lazadaOrderId}>
            <Link href={href(`/orders/${lazadaOrderId}`)}>{lazadaOrderId}</Link> {own(code)}
            {message ? <PlatformWords>{own(code) || !code ? message : `${message} (${code})`}</PlatformWords> : null}
          </li>
        ))}
      </ul>
      {run.refused > run.refusals.length ? (
        <p>{t('run.more', { count: formatCount(run.refused - run.refusals.length) })}</p>
      ) : null}
    </details>
  );
}
