'use client';

import { Radio } from 'antd';
import { useTranslations } from 'next-intl';
import { SettingsRow } from '@/app/components/section-card';
import { StatusTag } from '@/app/components/status-tag';
import type { Draft } from './draft';
import styles from './settings.module.css';

type Props = Readonly<{ draft: Draft; onChange: (changes: Partial<Draft>) => void }>;

/** Xử lý đơn hàng: whether statuses flow from Lazada to Haravan; Lazada is recommended (R4.5). */
export function ProcessingSection({ draft, onChange }: Props) {
  const t = useTranslations('settings.processing');
  return (
    <SettingsRow title={t('title')} help={t('help')}>
      <Radio.Group
        className={styles.radios}
        aria-label={t('title')}
        value={draft.orderProcessing}
        onChange={(event) => onChange({ orderProcessing: event.target.value === 'haravan' ? 'haravan' : 'lazada' })}
      >
        {(['lazada', 'haravan'] as const).map((side) => (
          <Radio key={side} value={side} className={styles.radio}>
            <span className={styles.label}>{t(side)}</span>{' '}
            {side === 'lazada' ? <StatusTag tone="success">{t('recommended')}</StatusTag> : null}
            <span className={styles.option}>{t(`${side}Help`)}</span>
          </Radio>
        ))}
      </Radio.Group>
      <p className={styles.note}>{t('note')}</p>
    </SettingsRow>
  );
}
