import { SectionCard } from '@/app/components/section-card';
import { compose } from '@/src/compose';
import { BackfillPanel } from './backfill-panel';
import { backfillState } from './backfill-state';

/** After connecting: asks for the days once, then shows how far they are; nothing when it is done (R10.14). */
export async function BackfillAsk({
  merchantId,
  connectionId,
}: Readonly<Record<'merchantId' | 'connectionId', string>>) {
  const view = await compose().queries.backfill(merchantId, connectionId);
  if (!view || !['not_chosen', 'running'].includes(backfillState(view))) return null;
  return (
    <SectionCard>
      <BackfillPanel connectionId={connectionId} view={view} />
    </SectionCard>
  );
}
