'use client';

import { App, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { startConnect } from '@/app/session/actions';
import { openOnTop } from './open-on-top';

/** Connects one more Lazada shop beside those that are there (R10.12): the same road as the first. */
export function AddShopButton() {
  const t = useTranslations('connect');
  const { message } = App.useApp();
  const [pending, setPending] = useState(false);
  const add = async () => {
    setPending(true);
    const answer = await startConnect().catch(() => null);
    if (answer?.ok) return openOnTop(answer.url);
    setPending(false);
    message.error(t('failed'));
  };
  return (
    <Button loading={pending} onClick={add}>
      {t('addShop')}
    </Button>
  );
}
