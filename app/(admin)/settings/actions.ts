'use server';

import { z } from 'zod';
import { requireSession } from '@/app/session/require-session';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { compose } from '@/src/compose';
import type { SettingsFault } from '@/src/sync/settings/check-settings';
import type { SwitchOnPreview } from '@/src/sync/settings/preview-switch-on';
import { AccessEnded } from '@/src/sync/ports/access';

const settings = z.object({
  pushPrice: z.boolean(),
  pushQuantity: z.boolean(),
  orderProcessing: z.enum(['lazada', 'haravan']),
  stockLocationIds: z.array(z.string().max(64)).max(500),
  orderLocationId: z.string().max(64).nullable(),
  stockPercent: z.number(),
  safetyStock: z.number(),
  maxQuantity: z.number().nullable(),
  restockOnCancel: z.boolean(),
  restockReturns: z.boolean(),
});
const request = z.object({
  connectionId: z.uuid(),
  version: z.number().int().nonnegative(),
  settings,
  confirmed: z.boolean(),
});
export type SettingsForm = z.output<typeof settings>;
export type SaveInput = z.input<typeof request>;

export type SaveAnswer =
  | { kind: 'saved' }
  | { kind: 'ask'; preview: SwitchOnPreview | null; outsideStock: string | null }
  | { kind: 'invalid'; faults: readonly SettingsFault[] }
  | { kind: 'failed'; because: 'stale' | 'access' | 'platform' | 'failed' };

/** Lưu. Switching on, and a risky pair of warehouses, is asked about first (R3.1); nothing is saved before the yes. */
export async function saveSettings(input: SaveInput): Promise<SaveAnswer> {
  const { merchantId, userId } = await requireSession();
  const { connectionId, version, settings: form, confirmed } = request.parse(input);
  const service = compose().commands.settings;
  try {
    // What the form does not show stays as it was; the version tells if somebody changed it meanwhile.
    const now = await service.load(merchantId, connectionId);
    if (!now) return { kind: 'failed', because: 'failed' };
    const next = { ...now.settings, ...form };
    const wish = { version, settings: next, confirmed, by: userId ?? 'staff' };
    const result = await service.save(merchantId, connectionId, wish);
    switch (result.outcome) {
      case 'saved':
        return { kind: 'saved' };
      case 'needs_confirmation':
        return { kind: 'ask', preview: result.preview, outsideStock: result.warnings[0]?.locationId ?? null };
      case 'invalid':
        return { kind: 'invalid', faults: result.faults };
      case 'stale':
        return { kind: 'failed', because: 'stale' };
      case 'unknown_connection':
        return { kind: 'failed', because: 'failed' };
    }
  } catch (error) {
    if (error instanceof AccessEnded) return { kind: 'failed', because: 'access' };
    if (isPlatformError(error)) return { kind: 'failed', because: 'platform' };
    throw error;
  }
}
