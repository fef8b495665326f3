'use client';

import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { openOnTop } from '../open-on-top';
import styles from './shell.module.css';

export type Banner =
  | { kind: 'expired'; connectionId: string; shopName: string; revoked: boolean }
  | { kind: 'expiring'; connectionId: string; shopName: string; daysLeft: number };

type Start = (connectionId: string) => Promise<{ ok: true; url: string } | { ok: false }>;

const wordsOf = (banner: Banner) => {
  if (banner.kind === 'expiring') return 'expiringText';
  return banner.revoked ? 'revokedText' : 'expiredText';
};

/** At most one banner; expired access wins (interface.md, rule 4). */
export function AccessBanner({ banner, start }: Readonly<{ banner: Banner; start: Start }>) {
  const t = useTranslations('banner');
  const [pending, setPending] = useState(false);
  const renew = async () => {
    setPending(true);
    const answer = await start(banner.connectionId).catch(() => ({ ok: false as const }));
    if (answer.ok) openOnTop(answer.url);
    else setPending(false);
  };
  const expired = banner.kind === 'expired';
  return (
    <div className={styles.banner} data-banner>
      <Alert
        type={expired ? 'error' : 'warning'}
        showIcon
        title={expired ? t('expiredTitle') : t('expiringTitle', { days: banner.daysLeft })}
        description={t(wordsOf(banner), { shop: banner.shopName })}
        action={
          <Button type="primary" danger={expired} loading={pending} onClick={renew}>
            {t('renew')}
          </Button>
        }
      />
    </div>
  );
}
