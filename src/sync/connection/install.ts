import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { HaravanIdentity } from '@/src/clients/haravan/id-token';
import type { HaravanTokenGrant } from '@/src/clients/haravan/oauth';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { AccessEnded, type AccessStore } from '../ports/access';
import type { HaravanTokens, MerchantStore, MerchantView } from '../ports/connection';
import type { Trail } from '../ports/trail';
import type { TurnQueue } from '../ports/turn';
import type { CatalogWishes } from '../ports/wishes';
import type { Clock, Log } from '../ports/world';
import { GRANT_PATH, INSTALL_SCOPE, LOGIN_PATH, LOGIN_SCOPE, OWNER_ROLE } from './haravan-app';
import type { HaravanLogin, Leg, LoginPurpose, Redirect } from './haravan-login';
import { type CallbackRefusal, type OAuthCallback, type Refused, refused } from './oauth-callback';

const LOGIN: Leg = { state: 'haravan_login', scope: LOGIN_SCOPE, path: LOGIN_PATH };
const GRANT: Leg = { state: 'haravan_grant', scope: INSTALL_SCOPE, path: GRANT_PATH };

export type InstallRefusal = CallbackRefusal | 'not_owner' | 'other_org';
export type Role = 'owner' | 'staff';

export type LoginOutcome =
  | { kind: 'signed_in'; merchant: MerchantView; userId: string; role: Role }
  /** Installed by nobody yet, or its access ended: on to the consent. */
  | { kind: 'consent'; redirect: Redirect }
  /** The owner of the organization that a ticket was issued for. */
  | { kind: 'proved_owner'; purpose: Exclude<LoginPurpose, { kind: 'open' | 'install' }>; userId: string }
  | Refused<InstallRefusal>;

export type InstallOutcome = { kind: 'installed'; merchant: MerchantView; userId: string } | Refused<InstallRefusal>;

export type InstallDeps = {
  login: HaravanLogin;
  haravan: Pick<HaravanClient, 'getShop'>;
  access: Pick<AccessStore, 'haravan'>;
  merchants: MerchantStore;
  catalog: Pick<CatalogWishes, 'pullCatalog'>;
  queue: TurnQueue;
  trail: Trail;
  clock: Clock;
  log: Log;
};

export type Install = {
  /** `/install`: login first (haravan.md §1.5 step 1). */
  begin(orgId?: string): Promise<Redirect>;
  /** The same login, to prove that the person who asks is the owner. */
  beginProof(purpose: Extract<LoginPurpose, { orgId: string; connectionId: string | null }>): Promise<Redirect>;
  login(callback: OAuthCallback): Promise<LoginOutcome>;
  grant(callback: OAuthCallback): Promise<InstallOutcome>;
};

const roleOf = (person: HaravanIdentity): Role => (person.roles.includes(OWNER_ROLE) ? 'owner' : 'staff');

function tokensOf(grant: HaravanTokenGrant, nowMs: number): HaravanTokens {
  const { accessToken, refreshToken = null, expiresInSeconds, scope } = grant;
  const expiresAt = expiresInSeconds === undefined ? null : new Date(nowMs + expiresInSeconds * 1_000);
  return { accessToken, refreshToken, expiresAt, scope };
}

export function createInstall(deps: InstallDeps): Install {
  const { login, merchants, clock } = deps;

  /** The name that the merchant knows; the id token's is good enough when Haravan does not answer now. */
  async function completeShop(merchant: MerchantView): Promise<void> {
    try {
      const { shop, name } = await deps.haravan.getShop(await deps.access.haravan(merchant.id));
      await merchants.saveShop(merchant.id, { shop, name });
    } catch (error) {
      if (!isPlatformError(error)) throw error;
      deps.log.warn({ merchantId: merchant.id, reason: error.message }, 'shop data will be read later');
    }
  }

  async function startSync(merchantId: string): Promise<void> {
    await deps.catalog.pullCatalog(merchantId, new Date(clock.now()));
    await deps.trail.record(merchantId, [{ connectionId: null, kind: 'installed' }]);
    // Webhooks are subscribed by the merchant's turn in this lane, which is due from the install on.
    await deps.queue.request({ lane: 'connections', merchantId, connectionId: null });
    await deps.queue.request({ lane: 'catalog', merchantId, connectionId: null });
  }

  /** An uninstall that we never heard of shows here: who comes to install must not be sent away (R1.1). */
  async function isInstalled(merchant: MerchantView): Promise<boolean> {
    if (merchant.status !== 'installed') return false;
    try {
      await deps.haravan.getShop(await deps.access.haravan(merchant.id));
      return true;
    } catch (error) {
      if (error instanceof AccessEnded) return false;
      if (!isPlatformError(error)) throw error;
      return error.kind !== 'unauthorized';
    }
  }

  async function open(person: HaravanIdentity): Promise<LoginOutcome> {
    const merchant = await merchants.byOrg(person.orgId);
    const role = roleOf(person);
    if (merchant && (await isInstalled(merchant))) {
      return { kind: 'signed_in', merchant, userId: person.userId, role };
    }
    if (role !== 'owner') return refused('not_owner');
    const purpose: LoginPurpose = { kind: 'install', orgId: person.orgId };
    return { kind: 'consent', redirect: await login.begin(GRANT, purpose, person.orgId) };
  }

  return {
    begin: (orgId) => login.begin(LOGIN, { kind: 'open' }, orgId),
    beginProof: (purpose) => login.begin(LOGIN, purpose, purpose.orgId),

    async login(callback) {
      const back = await login.finish(LOGIN, callback);
      if (back.kind === 'refused') return back;
      const { purpose, person } = back;
      if (purpose.kind === 'open' || purpose.kind === 'install') return open(person);
      if (person.orgId !== purpose.orgId) return refused('other_org');
      if (roleOf(person) !== 'owner') return refused('not_owner');
      return { kind: 'proved_owner', purpose, userId: person.userId };
    },

    async grant(callback) {
      const back = await login.finish(GRANT, callback);
      if (back.kind === 'refused') return back;
      const { purpose, person, grant } = back;
      // The person may have picked another organization on Haravan's page.
      if (purpose.kind !== 'install' || purpose.orgId !== person.orgId) return refused('other_org');
      if (roleOf(person) !== 'owner') return refused('not_owner');
      const at = new Date(clock.now());
      const shop = { orgId: person.orgId, shop: person.shop, name: person.orgName ?? person.shop };
      const merchant = await merchants.install(shop, tokensOf(grant, at.getTime()), at);
      await completeShop(merchant);
      await startSync(merchant.id);
      return { kind: 'installed', merchant, userId: person.userId };
    },
  };
}
