import { z } from 'zod';
import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { HaravanIdentity } from '@/src/clients/haravan/id-token';
import type { HaravanTokenGrant } from '@/src/clients/haravan/oauth';
import type { LoginKind, LoginStateStore } from '../ports/login-state';
import type { Clock } from '../ports/world';
import {
  type CallbackRefusal,
  type OAuthCallback,
  type Refused,
  refusalOfCode,
  refused,
  verifyCallback,
} from './oauth-callback';

const STATE_MS = 15 * 60_000;

/** Where to send the browser, and the state that it must bring back in a cookie of its own. */
export type Redirect = { url: string; state: string };

/** What a login is for. The last two bring the owner back to what a staff session could not do (design §6). */
export const loginPurpose = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('install'), orgId: z.string() }),
  z.object({ kind: z.literal('connect'), merchantId: z.uuid(), orgId: z.string(), connectionId: z.uuid().nullable() }),
  z.object({ kind: z.literal('disconnect'), merchantId: z.uuid(), orgId: z.string(), connectionId: z.uuid() }),
]);
export type LoginPurpose = z.output<typeof loginPurpose>;

export type HaravanLoginDeps = {
  haravan: Pick<HaravanClient, 'authorizeUrl' | 'exchangeCode' | 'verifyIdToken'>;
  states: LoginStateStore;
  clock: Clock;
  /** Unguessable text. */
  newSecret(): string;
  appUrl: string;
};

/** One of the two trips to Haravan: which state, which scopes, which way back. */
export type Leg = { state: LoginKind; scope: string; path: string };

export type SignedIn = { kind: 'signed_in'; purpose: LoginPurpose; person: HaravanIdentity; grant: HaravanTokenGrant };

const stateData = z.object({ nonce: z.string(), purpose: loginPurpose });

export function createHaravanLogin({ haravan, states, clock, newSecret, appUrl }: HaravanLoginDeps) {
  const redirectUri = (leg: Leg) => `${appUrl}${leg.path}`;

  async function signIn(leg: Leg, code: string, data: unknown): Promise<SignedIn | Refused<CallbackRefusal>> {
    const { nonce, purpose } = stateData.parse(data);
    try {
      const grant = await haravan.exchangeCode(code, redirectUri(leg));
      if (!grant.idToken) return refused('code_refused');
      return { kind: 'signed_in', purpose, grant, person: await haravan.verifyIdToken(grant.idToken, nonce) };
    } catch (error) {
      return refusalOfCode(error);
    }
  }

  return {
    async begin(leg: Leg, purpose: LoginPurpose, orgId?: string): Promise<Redirect> {
      const nonce = newSecret();
      const expiresAt = new Date(clock.now() + STATE_MS);
      const state = await states.issue(leg.state, { merchantId: null, data: { nonce, purpose } }, expiresAt);
      const url = haravan.authorizeUrl({ redirectUri: redirectUri(leg), scope: leg.scope, state, nonce, orgId });
      return { url, state };
    },

    async finish(leg: Leg, callback: OAuthCallback): Promise<SignedIn | Refused<CallbackRefusal>> {
      const verified = await verifyCallback(states, leg.state, callback, new Date(clock.now()));
      return 'ok' in verified ? signIn(leg, verified.code, verified.data) : verified;
    },
  };
}

export type HaravanLogin = ReturnType<typeof createHaravanLogin>;
