'use client';

import { App, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatCount } from '@/app/format/money';
import { type RetryRequest, retryIssues } from '../actions';

type Props = Readonly<{ request: RetryRequest; label: string; ariaLabel?: string; primary?: boolean; small?: boolean }>;

export function RetryButton({ request, label, ariaLabel, primary, small }: Props) {
  const t = useTranslations('issues');
  const { message } = App.useApp();
  const [pending, setPending] = useState(false);
  const retry = async () => {
    setPending(true);
    const answer = await retryIssues(request).catch(() => ({ ok: false as const }));
    setPending(false);
    if (answer.ok) message.success(t('retrying', { count: formatCount(answer.total) }));
    else message.error(t('retryFailed'));
  };
  return (
    <Button
      type={primary ? 'primary' : small ? 'link' : 'default'}
      loading={pending}
      onClick={retry}
      aria-label={ariaLabel}
    >
      {label}
    </Button>
  );
}
