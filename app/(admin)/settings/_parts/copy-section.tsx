'use client';

import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { SettingsRow } from '@/app/components/section-card';
import type { Settings } from '@/src/sync/ports/settings';
import styles from './settings.module.css';

export type OtherShop = { connectionId: string; shopName: string; settings: Settings };
type Props = Readonly<{ shops: readonly OtherShop[]; onCopy: (settings: Settings) => void }>;

/** Puts another shop's settings into the form; they count once they are saved, with the same questions (R10.12). */
export function CopySection({ shops, onCopy }: Props) {
  const t = useTranslations('settings.copy');
  const id = useId();
  if (shops.length === 0) return null;
  const copy = (connectionId: string) => {
    const shop = shops.find((each) => each.connectionId === connectionId);
    if (shop) onCopy(shop.settings);
  };
  return (
    <SettingsRow title={t('title')} help={t('help')}>
      <Select
        id={id}
        aria-label={t('title')}
        className={styles.select}
        value={null}
        placeholder={t('choose')}
        onChange={copy}
        options={shops.map(({ connectionId, shopName }) => ({ value: connectionId, label: shopName }))}
      />
    </SettingsRow>
  );
}
