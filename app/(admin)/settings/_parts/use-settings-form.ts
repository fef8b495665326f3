'use client';

import { App } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Settings, SettingsView } from '@/src/sync/ports/settings';
import type { SettingsFault } from '@/src/sync/settings/check-settings';
import { type SaveAnswer, saveSettings } from '../actions';
import { type Draft, draftOf, formOf, isDirty, lacksStockLocation } from './draft';

export type Asked = Extract<SaveAnswer, { kind: 'ask' }>;
export type FieldFaults = { stock: string | null; orders: string | null; policy: string | null };
const NO_FAULTS: FieldFaults = { stock: null, orders: null, policy: null };
const POLICY_FAULTS = ['percent_out_of_range', 'safety_stock_negative', 'max_quantity_negative'] as const;

/** The form's state: what was typed stays until it is saved or dropped, whatever the server says (interface.md, rule 5). */
export function useSettingsForm(connectionId: string, view: SettingsView) {
  const t = useTranslations('settings');
  const { message } = App.useApp();
  const router = useRouter();
  // The version that the draft was made from: a page drawn anew behind an edited form must not hide that it is stale.
  const [base, setBase] = useState(view);
  const [draft, setDraft] = useState(() => draftOf(view));
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [faults, setFaults] = useState(NO_FAULTS);
  const [asked, setAsked] = useState<Asked | null>(null);
  const dirty = isDirty(draft, base);

  const restart = (from: SettingsView) => {
    setBase(from);
    setDraft(draftOf(from));
    setError(null);
    setFaults(NO_FAULTS);
    setAsked(null);
  };
  // Nothing typed: the form follows what is saved.
  useEffect(() => {
    if (!dirty && view.version > base.version) restart(view);
  });

  const heard = (answer: SaveAnswer) => {
    if (answer.kind === 'ask') return setAsked(answer);
    setAsked(null);
    if (answer.kind === 'invalid') {
      const said = (...known: readonly SettingsFault[]) => {
        const fault = known.find((each) => answer.faults.includes(each));
        return fault === undefined ? null : t(`faults.${fault}`);
      };
      setFaults({
        stock: said('stock_location_unknown'),
        orders: said('order_location_unknown'),
        policy: said(...POLICY_FAULTS),
      });
      return setError(t('failed.invalid'));
    }
    if (answer.kind === 'failed') {
      setError(t(`failed.${answer.because}`));
      return answer.because === 'stale' ? router.refresh() : undefined;
    }
    message.success(t('saved'));
    restart({ ...base, version: base.version + 1, settings: { ...base.settings, ...formOf(draft) } });
    router.refresh();
  };

  const save = async (confirmed: boolean) => {
    setError(null);
    if (lacksStockLocation(draft)) {
      setFaults({ ...NO_FAULTS, stock: t('faults.stock_location_missing') });
      return setError(t('failed.invalid'));
    }
    setSaving(true);
    const input = { connectionId, version: base.version, settings: formOf(draft), confirmed };
    const answer = await saveSettings(input).catch((): SaveAnswer => ({ kind: 'failed', because: 'failed' }));
    setSaving(false);
    heard(answer);
  };

  return {
    draft,
    dirty,
    saving,
    error,
    faults,
    asked,
    save,
    change: (changes: Partial<Draft>) => {
      setFaults(NO_FAULTS);
      setDraft((now) => ({ ...now, ...changes }));
    },
    copy: (settings: Settings) => {
      setFaults(NO_FAULTS);
      setDraft(draftOf({ settings }));
    },
    discard: () => {
      restart(view);
      router.refresh();
    },
    closeQuestion: () => setAsked(null),
  };
}
