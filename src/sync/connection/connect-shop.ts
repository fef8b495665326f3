import { z } from 'zod';
import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { LazadaTokenGrant } from '@/src/clients/lazada/tokens';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { type ConnectRefusal, decideConnect } from '@/src/domain/connection/decide-connect';
import type { ConnectionState } from '@/src/domain/connection/lifecycle';
import { type ConnectionId, connectionId as toConnectionId } from '@/src/domain/ids';
import type { ConnectionStore, Grant, MerchantStore, MerchantView, SellerIdentity } from '../ports/connection';
import type { IssueStore } from '../ports/issues';
import type { LoginStateStore } from '../ports/login-state';
import type { Trail } from '../ports/trail';
import type { TurnQueue } from '../ports/turn';
import type { Clock, Log } from '../ports/world';
import { closeAccessIssues, reportUnrenewable } from './access-issues';
import { LAZADA_CALLBACK_PATH } from './haravan-app';
import type { Redirect } from './haravan-login';
import { lazadaTokensOf, renewAtOf } from './lazada-tokens';
import {
  type CallbackRefusal,
  type OAuthCallback,
  type Refused,
  refusalOfCode,
  refused,
  verifyCallback,
} from './oauth-callback';

/** A code lives 30 minutes on Lazada (lazada.md §2.1), a login there takes a while. */
const STATE_MS = 20 * 60_000;
const COUNTRY = 'vn';

export type ConnectOutcome =
  | { kind: 'connected'; merchant: MerchantView; connectionId: string; resumed: boolean }
  | (Refused<CallbackRefusal | ConnectRefusal | 'not_installed'> & { merchant?: MerchantView });

export type ConnectShopDeps = {
  lazada: Pick<LazadaClient, 'authorizeUrl' | 'createToken' | 'getSeller'>;
  states: LoginStateStore;
  merchants: Pick<MerchantStore, 'find'>;
  connections: ConnectionStore;
  issues: IssueStore;
  queue: TurnQueue;
  trail: Trail;
  clock: Clock;
  log: Log;
  appUrl: string;
};

export type ConnectShop = {
  /** To Lazada's own page. `connectionId`: re-authorize this one, with the same seller (R1.5). */
  begin(merchantId: string, connectionId: string | null): Promise<Redirect>;
  finish(callback: OAuthCallback): Promise<ConnectOutcome>;
};

const stateData = z.object({ connectionId: z.uuid().nullable() });

/** A grant can cover several sites; ours is the Vietnamese one, else there is nothing to connect (R1.3). */
function sellerOf(grant: LazadaTokenGrant): Omit<SellerIdentity, 'shopName'> {
  const seller = grant.sellers.find((each) => each.country.toLowerCase() === COUNTRY) ?? grant.sellers[0];
  const country = seller?.country ?? grant.country;
  return {
    sellerId: seller?.sellerId ?? '',
    shortCode: seller?.shortCode ?? '',
    account: grant.account ?? '',
    country,
  };
}

const eventOf = (from: ConnectionState | null): string => {
  if (from === null) return 'connected';
  return from === 'disconnected' ? 'reconnected' : 'reauthorized';
};

export function createConnectShop(deps: ConnectShopDeps): ConnectShop {
  const { lazada, connections, clock } = deps;

  async function shopNameOf(grant: LazadaTokenGrant, sellerId: string): Promise<string> {
    try {
      return (await lazada.getSeller({ accessToken: grant.accessToken, sellerId, priority: 'interactive' })).name;
    } catch (error) {
      // The code is used up: a missing name must not undo a consent. Reconciliation reads it again.
      if (!isPlatformError(error)) throw error;
      return '';
    }
  }

  async function decide(merchantId: string, wanted: string | null, seller: Omit<SellerIdentity, 'shopName'>) {
    const known = await connections.list(merchantId);
    return decideConnect({
      intent: wanted === null ? { kind: 'connect' } : { kind: 'reauthorize', connectionId: toConnectionId(wanted) },
      seller,
      connections: known.map((each) => ({ ...each, connectionId: toConnectionId(each.connectionId) })),
      heldByOtherMerchant: await connections.heldByOther(merchantId, seller.sellerId),
    });
  }

  async function store(merchantId: string, id: ConnectionId | null, seller: SellerIdentity, grant: Grant) {
    if (id === null) return connections.create(merchantId, seller, grant);
    return (await connections.resume(merchantId, id, seller, grant)) === 'done' ? { connectionId: id } : 'seller_taken';
  }

  async function welcome(merchantId: string, connectionId: string, from: ConnectionState | null): Promise<void> {
    await closeAccessIssues(deps.issues, merchantId, connectionId);
    await deps.trail.record(merchantId, [{ connectionId, kind: eventOf(from) }]);
    for (const lane of ['orders', 'catalog', 'maintenance'] as const) {
      await deps.queue.request({ lane, merchantId, connectionId });
    }
    deps.log.info({ merchantId, connectionId, from }, 'shop connected');
  }

  async function connect(
    merchant: MerchantView,
    wanted: string | null,
    grant: LazadaTokenGrant,
  ): Promise<ConnectOutcome> {
    const seller = sellerOf(grant);
    const decision = await decide(merchant.id, wanted, seller);
    if (decision.kind === 'refuse') return { ...refused(decision.because), merchant };
    const name = await shopNameOf(grant, seller.sellerId);
    const shop = { ...seller, shopName: name || seller.shortCode || seller.account || seller.sellerId };
    const at = new Date(clock.now());
    const tokens = lazadaTokensOf(grant, at.getTime());
    const granted: Grant = { tokens, renewAt: renewAtOf(tokens, at.getTime(), at.getTime()), at };
    const id = decision.kind === 'resume' ? decision.connectionId : null;
    const stored = await store(merchant.id, id, shop, granted);
    if (stored === 'seller_taken') return { ...refused('other_tenant'), merchant };
    await welcome(merchant.id, stored.connectionId, decision.kind === 'resume' ? decision.from : null);
    if (!tokens.refreshSupported) {
      const owner = { merchantId: merchant.id, connectionId: stored.connectionId };
      await reportUnrenewable(deps.issues, owner, granted.renewAt.getTime());
    }
    return { kind: 'connected', merchant, connectionId: stored.connectionId, resumed: id !== null };
  }

  return {
    async begin(merchantId, connectionId) {
      const expiresAt = new Date(clock.now() + STATE_MS);
      const state = await deps.states.issue('lazada_connect', { merchantId, data: { connectionId } }, expiresAt);
      return { url: lazada.authorizeUrl({ redirectUri: `${deps.appUrl}${LAZADA_CALLBACK_PATH}`, state }), state };
    },

    async finish(callback) {
      const verified = await verifyCallback(deps.states, 'lazada_connect', callback, new Date(clock.now()));
      if (!('ok' in verified)) return verified;
      const merchant = verified.merchantId === null ? null : await deps.merchants.find(verified.merchantId);
      if (merchant?.status !== 'installed') return refused('not_installed');
      const { connectionId } = stateData.parse(verified.data);
      try {
        return await connect(merchant, connectionId, await lazada.createToken(verified.code));
      } catch (error) {
        return { ...refusalOfCode(error), merchant };
      }
    },
  };
}
