'use client';

import { App, Button, Progress, Select } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatCount } from '@/app/format/money';
import { formatTime } from '@/app/format/time';
import { BACKFILL_DAYS, type BackfillDays } from '@/src/domain/order/import-window';
import type { BackfillView } from '@/src/queries/orders/backfill';
import { chooseBackfill, stopBackfill } from './actions';
import styles from './backfill.module.css';
import { backfillState } from './backfill-state';

type Props = Readonly<{ connectionId: string; view: BackfillView }>;

/** Asks how many days of older orders are wanted, shows how far they are, and can be stopped (R10.14, R6.2). */
export function BackfillPanel({ connectionId, view }: Props) {
  const t = useTranslations('backfill');
  const state = backfillState(view);
  const words = {
    at: formatTime(view.connectedAt),
    days: view.days ?? 0,
    settled: formatCount(view.settled),
    total: formatCount(view.total),
    imported: formatCount(view.imported),
    failing: formatCount(view.failing),
  };
  return (
    <div className={styles.panel} data-backfill={state}>
      <p className={styles.words} role="status">
        {t(view.isReading ? 'reading' : state, words)}
        {view.failing > 0 ? ` ${t('failing', words)}` : null}
      </p>
      {state === 'running' ? (
        <Running connectionId={connectionId} view={view} />
      ) : (
        <Choice key={view.days ?? 'none'} connectionId={connectionId} chosen={view.days} />
      )}
    </div>
  );
}

function Running({ connectionId, view }: Props) {
  const t = useTranslations('backfill');
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const percent = view.total === 0 ? 0 : Math.floor((view.settled * 100) / view.total);
  const stop = async () => {
    setPending(true);
    await stopBackfill(connectionId).catch(() => null);
    setPending(false);
    router.refresh();
  };
  return (
    <div className={styles.running}>
      <Progress percent={percent} status="active" aria-label={t('progress')} />
      <Button loading={pending} onClick={stop}>
        {t('stop')}
      </Button>
    </div>
  );
}

function Choice({ connectionId, chosen }: Readonly<{ connectionId: string; chosen: number | null }>) {
  const t = useTranslations('backfill');
  const { message } = App.useApp();
  const router = useRouter();
  const offered = BACKFILL_DAYS.filter((days) => days > (chosen ?? -1));
  const [days, setDays] = useState<BackfillDays | undefined>(chosen === null ? 7 : offered[0]);
  const [pending, setPending] = useState(false);
  if (days === undefined) return null;
  const choose = async () => {
    setPending(true);
    const answer = await chooseBackfill({ connectionId, days }).catch(
      () => ({ ok: false, because: 'failed' }) as const,
    );
    setPending(false);
    if (!answer.ok) message.error(t(`failed.${answer.because}`));
    router.refresh();
  };
  return (
    <div className={styles.choice}>
      <Select
        className={styles.days}
        aria-label={t('label')}
        value={days}
        onChange={setDays}
        options={offered.map((value) => ({ value, label: t('option', { days: value }) }))}
      />
      <Button loading={pending} onClick={choose}>
        {t(days === 0 ? 'chooseNone' : 'choose')}
      </Button>
    </div>
  );
}
