'use client';

import { App, Button, type ButtonProps } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { startConnect } from '@/app/session/actions';
import { openOnTop } from './open-on-top';

type Props = Readonly<{ label: 'button' | 'addShop' } & Pick<ButtonProps, 'type' | 'size'>>;

/** Leads to Lazada's own authorization page, in the top window: for the first shop, and for one more beside it (R10.12). */
export function ConnectButton({ label, type, size }: Props) {
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
    <Button type={type} size={size} loading={pending} onClick={connect}>
      {t(label)}
    </Button>
  );
}
