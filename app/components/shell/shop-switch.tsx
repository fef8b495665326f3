'use client';

import { Select } from 'antd';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import styles from './shell.module.css';

/** Only there when the merchant has several Lazada shops (R10.12). */
export function ShopSwitch({ shops }: Readonly<{ shops: readonly { connectionId: string; shopName: string }[] }>) {
  const t = useTranslations('nav');
  const router = useRouter();
  const path = usePathname();
  const chosen = useSearchParams().get('shop') ?? shops[0]?.connectionId;
  return (
    <Select
      aria-label={t('shop')}
      className={styles.shop ?? ''}
      value={chosen}
      onChange={(id) => router.push(`${path}?shop=${id}`)}
      options={shops.map(({ connectionId, shopName }) => ({ value: connectionId, label: shopName }))}
      popupMatchSelectWidth={false}
    />
  );
}
