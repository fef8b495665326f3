export type ConnectionState = 'active' | 'expired' | 'disconnected';

export type ConnectionEvent = 'connect' | 'reauthorize' | 'expire' | 'disconnect';

export type Transition = { kind: 'to'; state: ConnectionState } | { kind: 'refuse'; because: 'disconnected' };

const active: Transition = { kind: 'to', state: 'active' };
const expired: Transition = { kind: 'to', state: 'expired' };
const disconnected: Transition = { kind: 'to', state: 'disconnected' };
const refused: Transition = { kind: 'refuse', because: 'disconnected' };

/** Repeating an event changes nothing; a disconnected shop comes back only by connecting (spec R5.2). */
const TRANSITIONS: Readonly<Record<ConnectionState, Readonly<Record<ConnectionEvent, Transition>>>> = {
  active: { connect: active, reauthorize: active, expire: expired, disconnect: disconnected },
  expired: { connect: active, reauthorize: active, expire: expired, disconnect: disconnected },
  disconnected: { connect: active, reauthorize: refused, expire: disconnected, disconnect: disconnected },
};

export function transition(state: ConnectionState, event: ConnectionEvent): Transition {
  return TRANSITIONS[state][event];
}

/** Work of an expired connection waits, that of a disconnected one is over (spec R1.4, R5.1). */
export function syncs(state: ConnectionState): boolean {
  return state === 'active';
}
