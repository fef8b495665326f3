import { describe, expect, test } from 'vitest';
import { connectionId } from '../ids';
import { type ConnectFacts, decideConnect } from './decide-connect';
import type { ConnectionState } from './lifecycle';

const c1 = connectionId('c1');

function has(state: ConnectionState, sellerId = 's1'): ConnectFacts['connections'] {
  return [{ connectionId: c1, sellerId, state }];
}

function facts(more: Partial<ConnectFacts>): ConnectFacts {
  return {
    intent: { kind: 'connect' },
    seller: { sellerId: 's1', country: 'vn' },
    connections: [],
    heldByOtherMerchant: false,
    ...more,
  };
}

const again = { kind: 'reauthorize', connectionId: c1 } as const;

describe('R1.2 and R5.2 Kết nối', () => {
  test.each([
    ['a new seller', {}, { kind: 'create' }],
    ['the token says VN', { seller: { sellerId: 's1', country: 'VN' } }, { kind: 'create' }],
    ['another shop', { connections: has('active', 's2') }, { kind: 'create' }],
    ['the same seller', { connections: has('active') }, { kind: 'resume', connectionId: c1, from: 'active' }],
    ['the same, expired', { connections: has('expired') }, { kind: 'resume', connectionId: c1, from: 'expired' }],
    [
      'the same, disconnected',
      { connections: has('disconnected') },
      { kind: 'resume', connectionId: c1, from: 'disconnected' },
    ],
  ] as const)('%s', (_case, more, decision) => {
    expect(decideConnect(facts(more))).toEqual(decision);
  });
});

describe('R1.5 Làm mới quyền truy cập', () => {
  test.each([
    ['the same seller', has('expired'), { kind: 'resume', connectionId: c1, from: 'expired' }],
    ['another seller', has('expired', 's2'), { kind: 'refuse', because: 'other_seller' }],
    ['a disconnected shop', has('disconnected'), { kind: 'refuse', because: 'unknown_connection' }],
    ['somebody else’s connection', [], { kind: 'refuse', because: 'unknown_connection' }],
  ] as const)('%s', (_case, connections, decision) => {
    expect(decideConnect(facts({ intent: again, connections }))).toEqual(decision);
  });
});

describe('R1.3 refusals', () => {
  test.each([
    ['a seller of another country', { seller: { sellerId: 's1', country: 'sg' } }, 'other_country'],
    ['a cross-border account', { seller: { sellerId: 's1', country: 'cb' } }, 'other_country'],
    ['a seller of another tenant', { heldByOtherMerchant: true }, 'other_tenant'],
    [
      'the same, on re-authorizing',
      { heldByOtherMerchant: true, intent: again, connections: has('expired') },
      'other_tenant',
    ],
  ] as const)('%s', (_case, more, because) => {
    expect(decideConnect(facts(more))).toEqual({ kind: 'refuse', because });
  });
});
