import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Org, User } from '../entities/org';
import type { Platform } from '../platform';

export type Signer = { sign(claims: Record<string, unknown>): Promise<string>; jwks(): Promise<{ keys: JWK[] }> };

const KEY_ID = 'haravan-sandbox-1';
const LIFETIME_SECONDS = 300;

/** RS256; the key pair is made when it is first needed and lives as long as the simulator. */
export function createSigner(): Signer {
  let pair: ReturnType<typeof generateKeyPair> | undefined;
  const keys = () => {
    pair ??= generateKeyPair('RS256', { extractable: true });
    return pair;
  };
  return {
    async sign(claims) {
      const { privateKey } = await keys();
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' }).sign(privateKey);
    },
    async jwks() {
      const { publicKey } = await keys();
      return { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' }] };
    },
  };
}

/** haravan.md §1.7. A single role is a bare string, as IdentityServer writes it; no role, no claim. */
export function userClaims(org: Org, user: User): Record<string, unknown> {
  const [first, ...others] = user.role;
  return {
    sub: user.id,
    email: user.email,
    name: user.name,
    middle_name: '',
    locale: 'vi',
    orgid: org.orgId,
    orgname: org.name,
    orgcat: 'retail',
    orgsub: org.shop,
    ...(first === undefined ? {} : { role: others.length === 0 ? first : user.role }),
  };
}

export function idTokenClaims(
  { clock, app, publicUrl }: Platform,
  org: Org,
  user: User,
  about: { nonce: string | null; code?: string },
): Record<string, unknown> {
  const now = Math.floor(clock.now() / 1000);
  return {
    ...userClaims(org, user),
    iss: publicUrl(),
    aud: app.clientId,
    iat: now,
    nbf: now,
    exp: now + LIFETIME_SECONDS,
    auth_time: now,
    idp: 'local',
    amr: ['pwd'],
    ...(about.nonce === null ? {} : { nonce: about.nonce }),
    ...(about.code === undefined ? {} : { c_hash: halfHash(about.code) }),
  };
}

/** OpenID Connect Core §3.3.2.11 */
function halfHash(code: string): string {
  return createHash('sha256').update(code).digest().subarray(0, 16).toString('base64url');
}
