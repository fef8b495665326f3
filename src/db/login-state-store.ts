import { createHash } from 'node:crypto';
import type { LoginStateStore, Redeemed } from '@/src/sync/ports/login-state';
import type { Prisma } from './generated/client';
import type { SweepDoor } from './tenant';

const idOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const recordOf = (json: Prisma.JsonValue): Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};

/** @param newSecret an unguessable text safe in a URL: 32 random bytes or more */
export function createLoginStateStore(sweep: SweepDoor, newSecret: () => string): LoginStateStore {
  return {
    async issue(kind, { merchantId, data }, expiresAt) {
      const secret = newSecret();
      const json = JSON.parse(JSON.stringify(data));
      await sweep((tx) =>
        tx.loginState.create({ data: { id: idOf(secret), kind, merchantId, data: json, expiresAt } }),
      );
      return secret;
    },

    redeem: (kind, secret, at) =>
      sweep(async (tx): Promise<Redeemed> => {
        const where = { id: idOf(secret), kind };
        // One statement takes it: of two requests at the same moment one finds it used.
        const [taken] = await tx.loginState.updateManyAndReturn({
          where: { ...where, usedAt: null, expiresAt: { gt: at } },
          data: { usedAt: at },
        });
        if (taken) return { ok: true, merchantId: taken.merchantId, data: recordOf(taken.data) };
        const known = await tx.loginState.findFirst({ where });
        if (!known) return { ok: false, why: 'unknown' };
        return { ok: false, why: known.usedAt ? 'replayed' : 'expired' };
      }),

    async forgetExpired(before) {
      await sweep((tx) => tx.loginState.deleteMany({ where: { expiresAt: { lt: before } } }));
    },
  };
}
