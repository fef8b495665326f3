import type { ConnectionId } from '../ids';
import type { ConnectionState } from './lifecycle';

const COUNTRY = 'vn';

export type ConnectFacts = {
  intent: { kind: 'connect' } | { kind: 'reauthorize'; connectionId: ConnectionId };
  seller: { sellerId: string; country: string };
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

function resumeSame(facts: ConnectFacts, intended: ConnectionId): ConnectDecision {
  const connection = facts.connections.find((each) => each.connectionId === intended);
  if (connection === undefined || connection.state === 'disconnected') {
    return { kind: 'refuse', because: 'unknown_connection' };
  }
  if (connection.sellerId !== facts.seller.sellerId) return { kind: 'refuse', because: 'other_seller' };
  return { kind: 'resume', connectionId: connection.connectionId, from: connection.state };
}

function connectSeller(facts: ConnectFacts): ConnectDecision {
  const known = facts.connections.find((each) => each.sellerId === facts.seller.sellerId);
  if (known === undefined) return { kind: 'create' };
  return { kind: 'resume', connectionId: known.connectionId, from: known.state };
}

/** What a consent that came back leads to; a refusal leaves nothing behind (spec R1.3, R1.5). */
export function decideConnect(facts: ConnectFacts): ConnectDecision {
  if (facts.seller.country.toLowerCase() !== COUNTRY) return { kind: 'refuse', because: 'other_country' };
  if (facts.heldByOtherMerchant) return { kind: 'refuse', because: 'other_tenant' };
  return facts.intent.kind === 'connect' ? connectSeller(facts) : resumeSame(facts, facts.intent.connectionId);
}
