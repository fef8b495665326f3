import { RENEWAL_PAUSE_MS } from '@/src/domain/connection/deadlines';
import type { Encryption } from '@/src/platform/encryption';
import type { ConnectionStore, RenewalState } from '@/src/sync/ports/connection';
import { connectionState } from './connection-view';
import type { Connection } from './generated/client';
import { sealTokens } from './lazada-token-columns';
import type { TenantDoor } from './tenant';

type RenewalPart = Pick<
  ConnectionStore,
  'renewal' | 'claimRenewal' | 'saveTokens' | 'refreshUnsupported' | 'expire' | 'wishRenewal'
>;

async function toRenewal(row: Connection, encryption: Pick<Encryption, 'open'>): Promise<RenewalState> {
  return {
    state: connectionState(row.status),
    renewAt: row.renewAt,
    attempts: row.renewAttempts,
    refreshToken: row.refreshToken === null ? null : await encryption.open(row.refreshToken),
    authorizedAtMs: row.authorizedAt.getTime(),
    accessExpiresAtMs: row.accessExpiresAt?.getTime() ?? 0,
    refreshExpiresAtMs: row.refreshExpiresAt?.getTime() ?? null,
    refreshSupported: row.refreshSupported,
  };
}

/** The renewing of one connection's access. Every write asks for an active row: a disconnect in between wins (R5.1). */
export function createRenewalStore(door: TenantDoor, encryption: Encryption): RenewalPart {
  return {
    async renewal(merchantId, id) {
      const row = await door(merchantId, (tx) => tx.connection.findUnique({ where: { id } }));
      return row && toRenewal(row, encryption);
    },

    async claimRenewal(merchantId, id, seen, until, fence) {
      const where = { id, status: 'active', renewAt: seen };
      const data = { renewAt: until, renewAttempts: { increment: 1 } };
      const { count } = await door(merchantId, (tx) => tx.connection.updateMany({ where, data }), fence);
      return count === 1;
    },

    async saveTokens(merchantId, id, { tokens, renewAt, at }, fence) {
      const sealed = await sealTokens(encryption, tokens);
      const data = { ...sealed, renewAt, renewedAt: at, renewAttempts: 0, statusReason: null };
      await door(merchantId, (tx) => tx.connection.updateMany({ where: { id, status: 'active' }, data }), fence);
    },

    async refreshUnsupported(merchantId, id, renewAt, fence) {
      const data = { refreshSupported: false, renewAt, renewAttempts: 0 };
      await door(merchantId, (tx) => tx.connection.updateMany({ where: { id, status: 'active' }, data }), fence);
    },

    async expire(merchantId, id, reason, fence) {
      const data = { status: 'expired', statusReason: reason, renewAt: null };
      await door(merchantId, (tx) => tx.connection.updateMany({ where: { id, status: 'active' }, data }), fence);
    },

    async wishRenewal(merchantId, id, at) {
      await door(
        merchantId,
        (tx) => tx.$executeRaw`
        UPDATE "Connection"
        SET "renewAt" = least("renewAt", greatest(${at}, "renewedAt" + make_interval(secs => ${RENEWAL_PAUSE_MS / 1_000})))
        WHERE id = ${id}::uuid AND status = 'active'`,
      );
    },
  };
}
