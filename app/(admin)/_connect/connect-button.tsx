'use client';

import { App, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { openOnTop } from '@/app/components/open-on-top';
import { startConnect } from '@/app/session/actions';

/** Leads to Lazada's own authorization page, in the top window. */
export function ConnectButton() {
  const t = useTranslations('connect');
  const { message } = App.useApp();
  const [pending, setPending] = useState(false);
  const connect = async () => {
    setPending(true);
    const answer = await startConnect().catch(() => null);
    if (answer?.ok) return openOnTop(answer.url);
    setPending(false);
    message.error(t('failed'));
  };
  return (
    <Button type="primary" size="large" loading={pending} onClick={connect}>
      {t('button')}
    </Button>
  );
}
