'use client';

import { useTranslations } from 'next-intl';
import { SettingsRow } from '@/app/components/section-card';
import type { Draft } from './draft';
import { LabeledSwitch } from './labeled-switch';

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
