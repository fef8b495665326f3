'use client';

import { App, Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/app/components/confirm-dialog';
import { openOnTop } from '@/app/components/open-on-top';
import { SettingsRow } from '@/app/components/section-card';
import { disconnectAction } from '@/app/session/actions';
import styles from './settings.module.css';

type Props = Readonly<{ connectionId: string; shopName: string; isOwner: boolean }>;

/** Ngắt kết nối: says what stops and what stays, then waits until nothing is under way any more (R5.1). */
export function DisconnectSection({ connectionId, shopName, isOwner }: Props) {
  const t = useTranslations('settings.disconnect');
  const owner = useTranslations('settings.access')('owner');
  const { message } = App.useApp();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const disconnect = async () => {
    setPending(true);
    const answer = await disconnectAction(connectionId).catch(() => ({ kind: 'failed' as const }));
    if (answer.kind === 'owner_needed') return openOnTop(answer.url);
    setPending(false);
    if (answer.kind === 'failed') return void message.error(t('failed'));
    setOpen(false);
    message.success(t('done'));
    router.replace('/');
    router.refresh();
  };
  return (
    <SettingsRow title={t('title')} help={t('help')}>
      <Button danger onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      {isOwner ? null : <p className={styles.help}>{owner}</p>}
      <ConfirmDialog
        open={open}
        title={t('dialogTitle', { shop: shopName })}
        confirmLabel={t('button')}
        danger
        pending={pending}
        onConfirm={disconnect}
        onCancel={() => setOpen(false)}
      >
        <p>{t('stops')}</p>
        <p>{t('stays')}</p>
        {isOwner ? null : <p>{owner}</p>}
        <p className={styles.help} role="status">
          {pending ? t('waiting') : ' '}
        </p>
      </ConfirmDialog>
    </SettingsRow>
  );
}
