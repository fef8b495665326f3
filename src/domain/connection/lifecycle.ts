import type { ConnectionId } from '../ids';

export type ConnectionState = 'active' | 'expired' | 'disconnected';
export type ConnectionEvent = 'connect' | 'reauthorize' | 'expire' | 'disconnect';

export type ConnectFacts = {
  /** Kết nối, or Làm mới quyền truy cập of one connection. */
  intent: { kind: 'connect' } | { kind: 'reauthorize'; connectionId: ConnectionId };
  seller: { sellerId: string; country: string };
  /** This merchant's connections. */
  connections: readonly { connectionId: ConnectionId; sellerId: string; state: ConnectionState }[];
  /** Another merchant holds this seller in a connection that is not disconnected. */
  heldByOtherMerchant: boolean;
};

export type ConnectRefusal = 'other_country' | 'other_tenant' | 'other_seller' | 'unknown_connection';

export type ConnectDecision =
  | { kind: 'create' }
  /** The same seller again: its history, links and orders go on (spec R5.2). */
  | { kind: 'resume'; connectionId: ConnectionId; from: ConnectionState }
  | { kind: 'refuse'; because: ConnectRefusal };
