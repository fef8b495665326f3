'use client';

import { Switch } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { SettingsRow } from '@/app/components/section-card';
import type { Draft } from './draft';
import styles from './settings.module.css';

type Props = Readonly<{ draft: Draft; onChange: (changes: Partial<Draft>) => void }>;

/** Giá and Số lượng: off means that the figure is never sent (R3.1). */
export function PushSection({ draft, onChange }: Props) {
  const t = useTranslations('settings.push');
  return (
    <SettingsRow title={t('title')} help={t('help')}>
      <LabeledSwitch
        label={t('price')}
        help={t('priceHelp')}
        checked={draft.pushPrice}
        onChange={(pushPrice) => onChange({ pushPrice })}
      />
      <LabeledSwitch
        label={t('quantity')}
        help={t('quantityHelp')}
        checked={draft.pushQuantity}
        onChange={(pushQuantity) => onChange({ pushQuantity })}
      />
    </SettingsRow>
  );
}

type SwitchProps = Readonly<{ label: string; help: string; checked: boolean; onChange: (on: boolean) => void }>;

function LabeledSwitch({ label, help, checked, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.switchRow}>
      <div>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      </div>
      <Switch id={id} checked={checked} onChange={onChange} aria-label={label} aria-describedby={`${id}-help`} />
    </div>
  );
}
