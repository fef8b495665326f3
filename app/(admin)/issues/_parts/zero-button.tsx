'use client';

import { App, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/app/components/confirm-dialog';
import { zeroLostLinks } from '../actions';

/** Asks before it sets quantities on Lazada to 0 (R2.6). */
export function ZeroButton({ connectionId }: Readonly<{ connectionId: string }>) {
  const t = useTranslations('issues.zero');
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const confirm = async () => {
    setPending(true);
    const answer = await zeroLostLinks(connectionId).catch(() => ({ ok: false }));
    setPending(false);
    setOpen(false);
    if (answer.ok) message.success(t('done'));
    else message.error(t('failed'));
  };
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('title')}
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
