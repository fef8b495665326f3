'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlatformWords } from '@/app/components/platform-words';
import type { ActionRow } from '@/src/queries/orders/order-abilities';
import { CancelDialog } from './cancel-dialog';
import styles from './orders.module.css';
import { useOrderActions } from './use-order-actions';

type Props = Readonly<{ connectionId: string; lazadaOrderId: string; action: ActionRow }>;

/** What was pressed on this order: still running, or refused in a sentence with the platform's own words small (R4.6). */
export function ActionNote({ connectionId, lazadaOrderId, action }: Props) {
  const t = useTranslations('orders.actions');
  const { pending, ready } = useOrderActions(connectionId);
  const [canceling, setCanceling] = useState<string[] | null>(null);
  if (action.state === 'wanted') {
    return (
      <p className={styles.running} role="status">
        {t(`running.${action.kind}`)}
      </p>
    );
  }
  if (action.state === 'done') return <p className={styles.running}>{t(`before.${action.kind}`)}</p>;
  const own = `refused.${action.code ?? ''}`;
  const retry = () => (action.kind === 'cancel' ? setCanceling([lazadaOrderId]) : ready([lazadaOrderId]));
  return (
    <div className={styles.refused}>
      <p className={styles.refusedWords}>
        {t.has(own) ? t(own) : t(`refused.${action.kind}`)}
        {action.message ? (
          <PlatformWords>
            {action.code && !t.has(own) ? `${action.message} (${action.code})` : action.message}
          </PlatformWords>
        ) : null}
      </p>
      {action.kind === 'ready_to_ship' || action.kind === 'cancel' ? (
        <Button loading={pending === 'ready'} onClick={retry}>
          {t('retry')}
        </Button>
      ) : null}
      {canceling ? (
        <CancelDialog
          connectionId={connectionId}
          orderIds={canceling}
          onDone={undefined}
          onClose={() => setCanceling(null)}
        />
      ) : null}
    </div>
  );
}
