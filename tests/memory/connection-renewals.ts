import { RENEWAL_PAUSE_MS } from '@/src/domain/connection/deadlines';
import type { ConnectionStore } from '@/src/sync/ports/connection';
import { earliest, later, latest, sameInstant } from './instants';
import { tokenColumns } from './lazada-token-columns';
import type { MemoryDatabase } from './memory-database';
import type { ConnectionRow, TenantRows } from './tenant-rows';

type Renewals = Pick<
  ConnectionStore,
  'renewal' | 'claimRenewal' | 'saveTokens' | 'refreshUnsupported' | 'expire' | 'wishRenewal'
>;

/** Every write asks for an active row: a disconnect in between wins (spec R5.1). */
function active(rows: TenantRows, connectionId: string): ConnectionRow | undefined {
  const row = rows.connections.get(connectionId);
  return row?.view.status === 'active' ? row : undefined;
}

export function connectionRenewals({ door }: MemoryDatabase): Renewals {
  return {
    renewal: (merchantId, connectionId) =>
      door(merchantId, (rows) => {
        const row = rows.connections.get(connectionId);
        if (!row) return null;
        const { renewAt, renewAttempts: attempts, refreshToken, refreshSupported } = row;
        return {
          ...{ state: row.view.status, renewAt, attempts, refreshToken, refreshSupported },
          authorizedAtMs: row.authorizedAt.getTime(),
          accessExpiresAtMs: row.accessExpiresAt?.getTime() ?? 0,
          refreshExpiresAtMs: row.refreshExpiresAt?.getTime() ?? null,
        };
      }),
    claimRenewal: (merchantId, connectionId, seen, until, fence) =>
      door(
        merchantId,
        (rows) => {
          const row = active(rows, connectionId);
          if (!row || !sameInstant(row.renewAt, seen)) return false;
          Object.assign(row, { renewAt: until, renewAttempts: row.renewAttempts + 1 });
          return true;
        },
        fence,
      ),
    saveTokens: (merchantId, connectionId, { tokens, renewAt, at }, fence) =>
      door(
        merchantId,
        (rows) => {
          const renewed = { renewAt, renewedAt: at, renewAttempts: 0, statusReason: null };
          const row = active(rows, connectionId);
          if (row) Object.assign(row, tokenColumns(tokens), renewed);
        },
        fence,
      ),
    refreshUnsupported: (merchantId, connectionId, renewAt, fence) =>
      door(
        merchantId,
        (rows) => {
          const row = active(rows, connectionId);
          if (row) Object.assign(row, { refreshSupported: false, renewAt, renewAttempts: 0 });
        },
        fence,
      ),
    expire: (merchantId, connectionId, reason, fence) =>
      door(
        merchantId,
        (rows) => {
          const row = active(rows, connectionId);
          if (!row) return;
          Object.assign(row, { statusReason: reason, renewAt: null });
          row.view.status = 'expired';
        },
        fence,
      ),
    wishRenewal: (merchantId, connectionId, at) =>
      door(merchantId, (rows) => {
        const row = active(rows, connectionId);
        if (row)
          row.renewAt = earliest(row.renewAt, latest(at, row.renewedAt && later(row.renewedAt, RENEWAL_PAUSE_MS)));
      }),
  };
}
