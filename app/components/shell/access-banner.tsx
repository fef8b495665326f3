'use client';

import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { openOnTop } from '../open-on-top';
import styles from './shell.module.css';

type ShopBanner =
  | { kind: 'expired'; connectionId: string; shopName: string; revoked: boolean }
  | { kind: 'expiring'; connectionId: string; shopName: string; daysLeft: number };
export type Banner = ShopBanner | { kind: 'haravan'; installUrl: string };

type Start = (connectionId: string) => Promise<{ ok: true; url: string } | { ok: false }>;

const textOf = (banner: ShopBanner) => {
  if (banner.kind === 'expiring') return 'expiringText';
  return banner.revoked ? 'revokedText' : 'expiredText';
};

/** At most one banner; expired access wins (interface.md, rule 4). */
export function AccessBanner({ banner, start }: Readonly<{ banner: Banner; start: Start }>) {
  const t = useTranslations('banner');
  const [pending, setPending] = useState(false);
  const renew = async () => {
    setPending(true);
    if (banner.kind === 'haravan') return openOnTop(banner.installUrl);
    const answer = await start(banner.connectionId).catch(() => ({ ok: false as const }));
    if (answer.ok) openOnTop(answer.url);
    else setPending(false);
  };
  const isWarning = banner.kind === 'expiring';
  const isHaravan = banner.kind === 'haravan';
  const shopTitle = isWarning ? t('expiringTitle', { days: banner.daysLeft }) : t('expiredTitle');
  return (
    <div className={styles.banner} data-banner>
      <Alert
        type={isWarning ? 'warning' : 'error'}
        showIcon
        title={isHaravan ? t('haravanTitle') : shopTitle}
        description={isHaravan ? t('haravanText') : t(textOf(banner), { shop: banner.shopName })}
        action={
          <Button type="primary" danger={!isWarning} loading={pending} onClick={renew}>
            {t(isHaravan ? 'haravanRenew' : 'renew')}
          </Button>
        }
      />
    </div>
  );
}
