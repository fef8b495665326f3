'use client';

import { App, Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/app/components/confirm-dialog';
import { followCancellation } from '../actions';

/** Hủy đơn hàng for what Lazada has canceled while processing is at Haravan: one click, one question (R4.5, design §6). */
export function FollowCancelButton({ connectionId, orderId }: Readonly<Record<'connectionId' | 'orderId', string>>) {
  const t = useTranslations('orders.follow');
  const { message } = App.useApp();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const confirm = async () => {
    setPending(true);
    const answer = await followCancellation({ connectionId, orderId }).catch(() => ({ ok: false }) as const);
    setPending(false);
    setOpen(false);
    if (answer.ok) message.success(t('sent'));
    else message.error(t('failed'));
    router.refresh();
  };
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('title', { order: orderId })}
        confirmLabel={t('button')}
        danger
        pending={pending}
        onConfirm={confirm}
        onCancel={() => setOpen(false)}
      >
        <p>{t('text')}</p>
      </ConfirmDialog>
    </>
  );
}
