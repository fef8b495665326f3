import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ConnectButton } from '@/app/components/connect-button';
import { SettingsRow } from '@/app/components/section-card';
import { StatusTag } from '@/app/components/status-tag';
import type { ShopSummary } from '@/src/queries/shell';
import styles from './settings.module.css';

type Props = Readonly<{ shops: readonly ShopSummary[]; current: string }>;

/** The merchant's Lazada shops, and Thêm gian hàng (R10.12). */
export async function ShopsSection({ shops, current }: Props) {
  const t = await getTranslations('settings.shops');
  return (
    <SettingsRow title={t('title')} help={t('help')}>
      <ul className={styles.shops}>
        {shops.map(({ connectionId, shopName, status }) => (
          <li key={connectionId}>
            {connectionId === current ? (
              <strong>{shopName}</strong>
            ) : (
              <Link href={`/settings?shop=${connectionId}`}>{shopName}</Link>
            )}
            <StatusTag tone={status === 'active' ? 'success' : 'danger'}>
              {t(status === 'active' ? 'active' : 'expired')}
            </StatusTag>
          </li>
        ))}
      </ul>
      <ConnectButton label="addShop" />
    </SettingsRow>
  );
}
