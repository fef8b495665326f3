import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { Issue } from '@/src/domain/issue/codes';
import { reportKey, reportOf } from '../issues/report-of';
import type { AccessStore } from '../ports/access';
import type { ConnectionStore } from '../ports/connection';
import type { IssueStore } from '../ports/issues';
import type { Fence } from '../ports/turn';

export type CheckSellerDeps = {
  lazada: Pick<LazadaClient, 'getSeller'>;
  access: Pick<AccessStore, 'lazada'>;
  connections: Pick<ConnectionStore, 'saveShopName'>;
  issues: IssueStore;
};

export type CheckSeller = (merchantId: string, connectionId: string, fence?: Fence) => Promise<void>;

/** Whether Lazada lets this seller sell (lazada.md §5.1): a closed shop is told, since nothing that is sent has an effect. */
export function createCheckSeller(deps: CheckSellerDeps): CheckSeller {
  return async (merchantId, connectionId, fence) => {
    const { name, status = 'ACTIVE' } = await deps.lazada.getSeller(await deps.access.lazada(merchantId, connectionId));
    if (name !== '') await deps.connections.saveShopName(merchantId, connectionId, name);
    const issue: Issue = { code: 'seller_inactive', facts: { status } };
    if (status.toUpperCase() === 'ACTIVE') await deps.issues.close(merchantId, [reportKey(connectionId, issue)], fence);
    else await deps.issues.report(merchantId, [reportOf(connectionId, issue)], fence);
  };
}
