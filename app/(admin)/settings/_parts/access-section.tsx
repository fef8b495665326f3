'use client';

import { App, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { openOnTop } from '@/app/components/open-on-top';
import { SettingsRow } from '@/app/components/section-card';
import { StatusTag } from '@/app/components/status-tag';
import { formatDay, formatTime } from '@/app/format/time';
import { startReauthorize } from '@/app/session/actions';
import type { ShopSummary } from '@/src/queries/shell';
import styles from './settings.module.css';

type Props = Readonly<{ shop: ShopSummary; isOwner: boolean }>;

/** Until when access holds, and Làm mới quyền truy cập (R1.4). */
export function AccessSection({ shop, isOwner }: Props) {
  const t = useTranslations('settings.access');
  const { message } = App.useApp();
  const [pending, setPending] = useState(false);
  const renew = async () => {
    setPending(true);
    const answer = await startReauthorize(shop.connectionId).catch(() => null);
    if (answer?.ok) return openOnTop(answer.url);
    setPending(false);
    message.error(t('failed'));
  };
  const expired = shop.status !== 'active';
  return (
    <SettingsRow title={t('title')} help={t('help')}>
      <dl className={styles.facts}>
        <dt>{t('state')}</dt>
        <dd>
          <StatusTag tone={expired ? 'danger' : 'success'}>{t(expired ? 'expired' : 'active')}</StatusTag>
        </dd>
        <dt>{t('authorized')}</dt>
        <dd>{formatTime(shop.authorizedAt)}</dd>
        <dt>{t('deadline')}</dt>
        <dd>
          {formatDay(shop.deadlineAt)} ({t('daysLeft', { days: shop.daysLeft })})
        </dd>
      </dl>
      <Button loading={pending} onClick={renew}>
        {t('renew')}
      </Button>
      <p className={styles.help}>{isOwner ? t('renewHelp') : t('owner')}</p>
    </SettingsRow>
  );
}
