import { getTranslations } from 'next-intl/server';
import { SettingsRow } from '@/app/components/section-card';
import { compose } from '@/src/compose';
import { BackfillPanel } from './backfill-panel';

/** On Cấu hình: how many days of older orders came in, and more of them (R10.14). */
export async function BackfillSection({
  merchantId,
  connectionId,
}: Readonly<Record<'merchantId' | 'connectionId', string>>) {
  const [t, view] = await Promise.all([
    getTranslations('backfill'),
    compose().queries.backfill(merchantId, connectionId),
  ]);
  if (!view) return null;
  return (
    <SettingsRow title={t('title')} help={t('help')}>
      <BackfillPanel connectionId={connectionId} view={view} />
    </SettingsRow>
  );
}
