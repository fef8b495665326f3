import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { isPlatformError, PlatformError } from '../http/platform-error';
import { issueSummary } from '../wire/rows';
import { absentable, id, optionalText, text } from '../wire/scalars';
import { type HaravanCall, type HaravanEndpoint, shopHandle } from './endpoint';
import type { HaravanConfig } from './haravan-config';

/** Who signed in, and to which organization (haravan.md §1.7). */
export type HaravanIdentity = {
  userId: string;
  email?: string;
  name?: string;
  orgId: string;
  orgName?: string;
  /** Handle, without `.myharavan.com`. */
  shop: string;
  /** The owner's contain `admin`. */
  roles: string[];
};

export type HaravanIdTokenApi = {
  /** Signature, issuer, audience, expiry and nonce; any fault is `unauthorized` with code `id_token_…`. */
  verifyIdToken(idToken: string, nonce: string): Promise<HaravanIdentity>;
};

const claims = z
  .object({
    sub: id,
    nonce: z.string(),
    email: optionalText,
    name: optionalText,
    orgid: id,
    orgname: optionalText,
    orgsub: text,
    role: absentable(z.union([text, z.array(text)])),
  })
  .transform((wire) => ({
    nonce: wire.nonce,
    identity: {
      userId: wire.sub,
      email: wire.email,
      name: wire.name,
      orgId: wire.orgid,
      orgName: wire.orgname,
      shop: shopHandle(wire.orgsub),
      // An array, a single word, or words in one string (haravan.md §1.7).
      roles: [wire.role ?? []]
        .flat()
        .flatMap((role) => role.split(/[\s,]+/))
        .filter((role) => role !== ''),
    } satisfies HaravanIdentity,
  }));

const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });
type Jwks = z.infer<typeof jwks>;

const fetchKeys: HaravanEndpoint<void, Jwks> = {
  operation: 'oauth.keys',
  method: 'GET',
  host: 'accounts',
  path: () => '/.well-known/openid-configuration/jwks',
  repeatable: true,
  answer: jwks,
};

const KEYS_FRESH_MS = 10 * 60_000;
/** An unknown key id asks again, but strangers' tokens cannot make us ask without end. */
const KEYS_COOLDOWN_MS = 30_000;
const CLOCK_TOLERANCE_SECONDS = 60;

function createKeyRing(call: HaravanCall, nowMs: () => number) {
  let held: { keys: Jwks; atMs: number } | undefined;
  return async (freshMs: number): Promise<Jwks> => {
    if (held === undefined || nowMs() - held.atMs >= freshMs) {
      held = { keys: await call(fetchKeys, undefined, undefined), atMs: nowMs() };
    }
    return held.keys;
  };
}

function invalid(reason: string, cause?: unknown): PlatformError {
  const code = `id_token_${reason}`;
  return new PlatformError({ kind: 'unauthorized', platform: 'haravan', operation: 'oauth.id_token', code, cause });
}

function reasonOf(error: unknown): string {
  return error instanceof errors.JOSEError ? error.code.toLowerCase() : 'unreadable';
}

export function createIdTokenApi(call: HaravanCall, config: HaravanConfig, nowMs: () => number): HaravanIdTokenApi {
  const keyRing = createKeyRing(call, nowMs);

  async function verified(idToken: string, freshMs: number): Promise<unknown> {
    const keySet = createLocalJWKSet(await keyRing(freshMs));
    const { payload } = await jwtVerify(idToken, keySet, {
      issuer: config.accountsUrl,
      audience: config.clientId,
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
      currentDate: new Date(nowMs()),
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    return payload;
  }

  async function verifiedWithNewKeys(idToken: string): Promise<unknown> {
    try {
      return await verified(idToken, KEYS_FRESH_MS);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return verified(idToken, KEYS_COOLDOWN_MS);
    }
  }

  return {
    async verifyIdToken(idToken, nonce) {
      const payload = await verifiedWithNewKeys(idToken).catch((error: unknown) => {
        // jose's errors carry the claims, a person's name and mail among them: only the reason goes on.
        throw isPlatformError(error) ? error : invalid(reasonOf(error));
      });
      const read = claims.safeParse(payload);
      if (!read.success) throw invalid('claims', new Error(issueSummary(read.error)));
      if (nonce === '' || read.data.nonce !== nonce) throw invalid('nonce');
      return read.data.identity;
    },
  };
}
