'use client';

import { SaveBar } from '@/app/components/save-bar';
import type { SettingsView } from '@/src/sync/ports/settings';
import { CopySection, type OtherShop } from './copy-section';
import { PolicySection } from './policy-section';
import { PreviewDialog } from './preview-dialog';
import { ProcessingSection } from './processing-section';
import { PushSection } from './push-section';
import { useSettingsForm } from './use-settings-form';
import { OrderWarehouse, StockWarehouses } from './warehouse-sections';

/** Cấu hình of one shop: two columns, one save bar (R3, R4.4, R4.5, R10.13). */
type Props = Readonly<{ connectionId: string; view: SettingsView; others: readonly OtherShop[] }>;

export function SettingsForm({ connectionId, view, others }: Props) {
  const form = useSettingsForm(connectionId, view);
  const { draft, faults, change } = form;
  const nameOf = (id: string) => view.locations.find((location) => location.locationId === id)?.name ?? id;
  return (
    <>
      <CopySection shops={others} onCopy={form.copy} />
      <PushSection draft={draft} onChange={change} />
      <ProcessingSection draft={draft} onChange={change} />
      <StockWarehouses draft={draft} locations={view.locations} fault={faults.stock} onChange={change} />
      <OrderWarehouse draft={draft} locations={view.locations} fault={faults.orders} onChange={change} />
      <PolicySection draft={draft} fault={faults.policy} onChange={change} />
      <SaveBar
        dirty={form.dirty}
        saving={form.saving}
        error={form.error}
        onSave={() => form.save(false)}
        onDiscard={form.discard}
      />
      {form.asked ? (
        <PreviewDialog
          asked={form.asked}
          nameOf={nameOf}
          pending={form.saving}
          onConfirm={() => form.save(true)}
          onCancel={form.closeQuestion}
        />
      ) : null}
    </>
  );
}
