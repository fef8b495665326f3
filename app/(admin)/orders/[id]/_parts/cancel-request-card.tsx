'use client';

import { App, Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/app/components/confirm-dialog';
import { SectionCard } from '@/app/components/section-card';
import { formatTime } from '@/app/format/time';
import { answerCancelRequest } from '../../actions';
import styles from '../../_parts/orders.module.css';

type Props = Readonly<{ connectionId: string; orderId: string; until: Date | null; disabled: boolean }>;

/** The buyer asks to cancel: agree or refuse, before Lazada decides by itself (lazada.md §12.2). */
export function CancelRequestCard({ connectionId, orderId, until, disabled }: Props) {
  const t = useTranslations('order.cancelRequest');
  const { message } = App.useApp();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState<'agree' | 'refuse' | null>(null);
  const answer = async (agree: boolean) => {
    setPending(agree ? 'agree' : 'refuse');
    const given = await answerCancelRequest({ connectionId, orderId, agree }).catch(() => ({ ok: false }) as const);
    setPending(null);
    setAsking(false);
    if (given.ok) message.success(t(agree ? 'agreed' : 'refused'));
    else message.error(t('failed'));
    router.refresh();
  };
  return (
    <SectionCard title={t('title')}>
      <div className={styles.answer} data-cancel-request={orderId}>
        <p>{until ? t('until', { at: formatTime(until) }) : t('open')}</p>
        <div className={styles.buttons}>
          <Button disabled={disabled} loading={pending === 'refuse'} onClick={() => answer(false)}>
            {t('refuse')}
          </Button>
          <Button danger disabled={disabled} onClick={() => setAsking(true)}>
            {t('agree')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('agreeTitle', { order: orderId })}
        confirmLabel={t('agree')}
        danger
        pending={pending === 'agree'}
        onConfirm={() => answer(true)}
        onCancel={() => setAsking(false)}
      >
        <p>{t('agreeText')}</p>
      </ConfirmDialog>
    </SectionCard>
  );
}
