'use client';

import { Alert, Checkbox, Radio, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { SettingsRow } from '@/app/components/section-card';
import type { SettingsView } from '@/src/sync/ports/settings';
import { choices, type Draft, outsideStock } from './draft';
import styles from './settings.module.css';

type Props = Readonly<{
  draft: Draft;
  locations: SettingsView['locations'];
  fault: string | null;
  onChange: (changes: Partial<Draft>) => void;
}>;

/** Kho đồng bộ tồn kho: Kho tổng, or one or several (R3.3). */
export function StockWarehouses({ draft, locations, fault, onChange }: Props) {
  const t = useTranslations('settings.stock');
  const { stockMode, stockLocationIds } = draft;
  return (
    <SettingsRow title={t('title')} help={t('help')}>
      <Radio.Group
        className={styles.radios}
        aria-label={t('title')}
        value={stockMode}
        onChange={(event) => onChange({ stockMode: event.target.value === 'some' ? 'some' : 'all' })}
      >
        <Radio value="all" className={styles.radio}>
          <span className={styles.label}>{t('all')}</span>
          <span className={styles.option}>{t('allHelp')}</span>
        </Radio>
        <Radio value="some" className={styles.radio}>
          <span className={styles.label}>{t('some')}</span>
        </Radio>
      </Radio.Group>
      {stockMode === 'some' ? (
        <WarehousePicks
          locations={locations}
          picked={stockLocationIds}
          onPick={(ids) => onChange({ stockLocationIds: ids })}
        />
      ) : null}
      <FieldFault words={fault} />
    </SettingsRow>
  );
}

type PicksProps = Readonly<{
  locations: SettingsView['locations'];
  picked: readonly string[];
  onPick: (ids: string[]) => void;
}>;

function WarehousePicks({ locations, picked, onPick }: PicksProps) {
  const t = useTranslations('settings.stock');
  const { offered, gone } = choices(locations, picked);
  const named = offered.map(({ locationId, name, isPrimary, sellable }) => {
    const note = sellable ? (isPrimary ? ` (${t('primary')})` : '') : ` (${t('notSellable')})`;
    return { value: locationId, label: `${name}${note}` };
  });
  const lost = gone.map((id) => ({ value: id, label: t('gone', { id }) }));
  if (named.length + lost.length === 0) return <p className={styles.help}>{t('none')}</p>;
  return (
    <Checkbox.Group
      className={styles.picks}
      value={[...picked]}
      options={[...named, ...lost]}
      onChange={(ids) => onPick(ids.map(String))}
    />
  );
}

/** Kho đồng bộ đơn hàng: Kho tổng or one; says before saving when it lies outside the stock warehouses (R4.4, design §6). */
export function OrderWarehouse({ draft, locations, fault, onChange }: Props) {
  const t = useTranslations('settings.orders');
  const s = useTranslations('settings.stock');
  const id = useId();
  const { orderLocationId } = draft;
  const { offered, gone } = choices(locations, orderLocationId === null ? [] : [orderLocationId]);
  const outside = outsideStock(draft, locations);
  const outsideName = locations.find((location) => location.locationId === outside)?.name ?? outside ?? '';
  return (
    <SettingsRow title={t('title')} help={t('help')}>
      <Select
        id={id}
        aria-label={t('title')}
        className={styles.select}
        status={fault ? 'error' : ''}
        value={orderLocationId ?? ''}
        onChange={(value) => onChange({ orderLocationId: value === '' ? null : value })}
        options={[
          { value: '', label: t('all') },
          ...offered.map(({ locationId, name }) => ({ value: locationId, label: name })),
          ...gone.map((lost) => ({ value: lost, label: s('gone', { id: lost }) })),
        ]}
      />
      <FieldFault words={fault} />
      {outside ? (
        <Alert className={styles.warning} type="warning" showIcon title={t('outside', { name: outsideName })} />
      ) : null}
    </SettingsRow>
  );
}

function FieldFault({ words }: Readonly<{ words: string | null }>) {
  return words ? (
    <p className={styles.fault} role="alert">
      {words}
    </p>
  ) : null;
}
