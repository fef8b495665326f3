import { z } from 'zod';
import type { ConnectionStore, MerchantStore, MerchantView } from '../ports/connection';
import type { LoginStateStore } from '../ports/login-state';
import type { Clock } from '../ports/world';
import type { ConnectShop } from './connect-shop';
import type { Disconnect } from './disconnect';
import type { Redirect } from './haravan-login';
import type { Install } from './install';
import { type Refused, refused } from './oauth-callback';

const TICKET_MS = 5 * 60_000;
const CONFIRM_MS = 10 * 60_000;

const wish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect'), connectionId: z.uuid().nullable() }),
  z.object({ kind: z.literal('disconnect'), connectionId: z.uuid() }),
]);
/** What an owner alone may do; `connectionId` null connects another shop. */
export type OwnerWish = z.output<typeof wish>;
const ticketData = z.object({ wish, isOwner: z.boolean() });

export type TicketRefusal =
  | 'ticket_unknown'
  | 'ticket_expired'
  | 'ticket_replayed'
  | 'not_installed'
  | 'unknown_connection';

export type NextStep =
  | { kind: 'go'; redirect: Redirect; to: 'haravan' | 'lazada' }
  | { kind: 'confirm_disconnect'; token: string; shopName: string; merchant: MerchantView }
  | Refused<TicketRefusal>;

export type OwnerDoorDeps = {
  states: LoginStateStore;
  merchants: Pick<MerchantStore, 'find'>;
  connections: Pick<ConnectionStore, 'list'>;
  install: Pick<Install, 'beginProof'>;
  connectShop: Pick<ConnectShop, 'begin'>;
  disconnect: Disconnect;
  clock: Clock;
};

export type OwnerDoor = {
  /** A one-time ticket for the top-level route; the framed app cannot show a login (haravan.md §1.1). */
  issueTicket(merchantId: string, wish: OwnerWish, isOwner: boolean): Promise<string>;
  openTicket(ticket: string): Promise<NextStep>;
  /** The owner has logged in for this wish. */
  proved(merchantId: string, wish: OwnerWish): Promise<NextStep>;
  confirmDisconnect(token: string): Promise<{ kind: 'disconnected'; merchant: MerchantView } | Refused<TicketRefusal>>;
};

/**
 * The way from the framed app, where a launch proves only a shop, to what needs the owner (design §6). A link with a ticket can be
 * sent to an owner by anybody on the staff, so disconnecting asks once more on a page of its own, after the login.
 */
export function createOwnerDoor(deps: OwnerDoorDeps): OwnerDoor {
  const inMs = (ms: number) => new Date(deps.clock.now() + ms);

  async function redeem(kind: 'lazada_ticket' | 'disconnect_confirm', secret: string) {
    const redeemed = await deps.states.redeem(kind, secret, inMs(0));
    if (!redeemed.ok) return refused(`ticket_${redeemed.why}` as const);
    const merchant = redeemed.merchantId === null ? null : await deps.merchants.find(redeemed.merchantId);
    return merchant?.status === 'installed' ? { merchant, data: redeemed.data } : refused('not_installed');
  }

  async function go(merchant: MerchantView, wanted: OwnerWish): Promise<NextStep> {
    if (wanted.kind === 'connect') {
      return { kind: 'go', to: 'lazada', redirect: await deps.connectShop.begin(merchant.id, wanted.connectionId) };
    }
    const known = await deps.connections.list(merchant.id);
    const shop = known.find((each) => each.connectionId === wanted.connectionId);
    if (!shop) return refused('unknown_connection');
    const state = { merchantId: merchant.id, data: { connectionId: shop.connectionId } };
    const token = await deps.states.issue('disconnect_confirm', state, inMs(CONFIRM_MS));
    return { kind: 'confirm_disconnect', token, shopName: shop.shopName, merchant };
  }

  return {
    issueTicket: (merchantId, wanted, isOwner) =>
      deps.states.issue('lazada_ticket', { merchantId, data: { wish: wanted, isOwner } }, inMs(TICKET_MS)),

    async openTicket(ticket) {
      const redeemed = await redeem('lazada_ticket', ticket);
      if ('kind' in redeemed) return redeemed;
      const { merchant } = redeemed;
      const data = ticketData.parse(redeemed.data);
      if (data.isOwner) return go(merchant, data.wish);
      const redirect = await deps.install.beginProof({ ...data.wish, merchantId: merchant.id, orgId: merchant.orgId });
      return { kind: 'go', to: 'haravan', redirect };
    },

    async proved(merchantId, wanted) {
      const merchant = await deps.merchants.find(merchantId);
      return merchant?.status === 'installed' ? go(merchant, wanted) : refused('not_installed');
    },

    async confirmDisconnect(token) {
      const redeemed = await redeem('disconnect_confirm', token);
      if ('kind' in redeemed) return redeemed;
      const { connectionId } = z.object({ connectionId: z.uuid() }).parse(redeemed.data);
      await deps.disconnect.disconnect(redeemed.merchant.id, connectionId);
      return { kind: 'disconnected', merchant: redeemed.merchant };
    },
  };
}
