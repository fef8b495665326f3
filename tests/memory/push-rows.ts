import type { Figure } from '@/src/sync/ports/wishes';
import type { PushRow } from './catalog-rows';

export const pushKey = (figure: Figure, variantId: string): string => `${figure} ${variantId}`;

export function freshPush(figure: Figure, variantId: string, at: Date): PushRow {
  return {
    ...{ variantId, figure, wanted: 1, done: 0, dueAt: at, wantedSince: at, cause: 'linked', attempts: 0 },
    ...{ blockedBy: null, believed: null, believedAt: null, lastValue: null, lastPushedAt: null },
    ...{ readBackAt: null, owed: null, outcome: 'waiting', explanation: null },
  };
}
