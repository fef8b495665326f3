import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import { isPlatformError } from '@/src/clients/http/platform-error';
import type { LazadaSkuFailure } from '@/src/clients/lazada/sku-writes';
import type { AccessStore, LazadaAccess } from '../ports/access';
import type { MatchStore } from '../ports/catalog';
import type { IssueStore } from '../ports/issues';
import type { Trail } from '../ports/trail';
import { reportOrphans } from './match-publications';

const CALL_LIMIT = 50;
/** A click waits for its answer; the rest is for the next click. */
const CLICK_LIMIT = 500;

export type ZeroOrphansDeps = {
  matches: Pick<MatchStore, 'orphans' | 'settleOrphans'>;
  issues: IssueStore;
  access: Pick<AccessStore, 'lazada'>;
  lazada: Pick<LazadaClient, 'updateSellable'>;
  trail: Trail;
};

/** `refused`: in Lazada's words. `remaining`: still sold, not set to 0. */
export type ZeroedOrphans = { zeroed: number; refused: readonly LazadaSkuFailure[]; remaining: number };

type Orphan = Awaited<ReturnType<MatchStore['orphans']>>['links'][number];

async function zero(
  deps: ZeroOrphansDeps,
  auth: LazadaAccess,
  orphans: readonly Orphan[],
): Promise<LazadaSkuFailure[]> {
  const writes = orphans.map(({ itemId, skuId, sellerSku }) => ({ itemId, skuId, sellerSku, quantity: 0 }));
  try {
    await auth.beforeCall?.();
    return (await deps.lazada.updateSellable(auth, writes)).failures;
  } catch (error) {
    if (!isPlatformError(error, 'rejected')) throw error;
    const { code = '', platformMessage = '' } = error;
    return writes.map((write) => ({ ...write, code, message: platformMessage, kind: error.kind }));
  }
}

/** Whether nothing is sold there any more, set to 0 or gone. */
const settled = (failure: LazadaSkuFailure | undefined): boolean =>
  failure === undefined || failure.kind === 'not_found';

/**
 * Đưa về 0 (spec R2.6): sets Lazada's quantity of lost SKUs to 0, once. Zero overwrites nothing that could be oversold, so a
 * lost answer may be repeated by another click.
 */
export function createZeroOrphans(deps: ZeroOrphansDeps) {
  return async (merchantId: string, connectionId: string, by: string): Promise<ZeroedOrphans> => {
    const { links } = await deps.matches.orphans(merchantId, connectionId, CLICK_LIMIT);
    const auth = await deps.access.lazada(merchantId, connectionId);
    auth.priority = 'interactive';
    const refused: LazadaSkuFailure[] = [];
    for (let from = 0; from < links.length; from += CALL_LIMIT) {
      const batch = links.slice(from, from + CALL_LIMIT);
      const failures = new Map((await zero(deps, auth, batch)).map((failure) => [failure.skuId, failure]));
      const done = batch.map((link) => link.skuId).filter((skuId) => settled(failures.get(skuId)));
      await deps.matches.settleOrphans(merchantId, connectionId, done);
      refused.push(...[...failures.values()].filter((failure) => !settled(failure)));
    }
    await reportOrphans(deps, merchantId, connectionId);
    const { total } = await deps.matches.orphans(merchantId, connectionId, 1);
    const zeroed = links.length - refused.length;
    await deps.trail.record(merchantId, [{ connectionId, kind: 'orphans_zeroed', facts: { zeroed, by } }]);
    return { zeroed, refused, remaining: total };
  };
}
