'use client';

import { InputNumber } from 'antd';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { SettingsRow } from '@/app/components/section-card';
import { formatCount } from '@/app/format/money';
import type { Draft } from './draft';
import { LabeledSwitch } from './labeled-switch';
import { EXAMPLE_STOCK, policyExample } from './policy-example';
import styles from './settings.module.css';

type Props = Readonly<{ draft: Draft; fault: string | null; onChange: (changes: Partial<Draft>) => void }>;

/** Share, safety stock and upper bound, with what they make of an example; what comes back into stock (R10.13). */
export function PolicySection({ draft, fault, onChange }: Props) {
  const t = useTranslations('settings.policy');
  const { share, result } = policyExample(draft);
  const values = { stock: formatCount(EXAMPLE_STOCK), share: formatCount(share), result: formatCount(result) };
  return (
    <SettingsRow title={t('title')} help={t('help')}>
      <NumberField
        label={t('percent')}
        help={t('percentHelp')}
        value={draft.stockPercent}
        max={100}
        suffix="%"
        onChange={(value) => value !== null && onChange({ stockPercent: value })}
      />
      <NumberField
        label={t('safety')}
        help={t('safetyHelp')}
        value={draft.safetyStock}
        onChange={(value) => value !== null && onChange({ safetyStock: value })}
      />
      <NumberField
        label={t('bound')}
        help={t('boundHelp')}
        value={draft.maxQuantity}
        placeholder={t('noBound')}
        onChange={(value) => onChange({ maxQuantity: value })}
      />
      <p className={styles.note} aria-live="polite" data-policy-example>
        {t('example', { ...values, percent: draft.stockPercent, safety: formatCount(draft.safetyStock) })}
      </p>
      {fault ? (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      ) : null}
      <LabeledSwitch
        label={t('restock')}
        help={t('restockHelp')}
        checked={draft.restockOnCancel}
        onChange={(restockOnCancel) => onChange({ restockOnCancel })}
      />
      <LabeledSwitch
        label={t('returns')}
        help={t('returnsHelp')}
        checked={draft.restockReturns}
        onChange={(restockReturns) => onChange({ restockReturns })}
      />
    </SettingsRow>
  );
}

type FieldProps = Readonly<{
  label: ReactNode;
  help: ReactNode;
  value: number | null;
  max?: number;
  suffix?: string;
  placeholder?: string;
  onChange: (value: number | null) => void;
}>;

/** As large as the database and Lazada take it. */
const LARGEST = 1_000_000;

function NumberField({ label, help, value, max = LARGEST, suffix, placeholder, onChange }: FieldProps) {
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
      <InputNumber
        id={id}
        className={styles.number ?? ''}
        min={0}
        max={max}
        precision={0}
        controls={false}
        value={value}
        suffix={suffix}
        placeholder={placeholder ?? ''}
        aria-describedby={`${id}-help`}
        onChange={onChange}
      />
    </div>
  );
}
