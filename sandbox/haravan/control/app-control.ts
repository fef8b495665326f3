import { buyPlan, cancelPlan, type PlanDraft } from '../billing';
import { type MintedTokens, mintPrivateToken, mintTokens } from '../connect/mint-tokens';
import { CHANNEL_SCOPES } from '../connect/scopes';
import { isOwner } from '../entities/org';
import type { Modes } from '../modes';
import type { Platform } from '../platform';
import type { Topic } from '../topics';
import { known, knownOrg } from './known';

/** What happens to the app itself: installed, removed, paid for; its tokens, its webhooks, and how the platform behaves. */
export function createAppControl(platform: Platform) {
  const { store } = platform;
  const orgOf = (orgId: string) => knownOrg(platform, orgId);

  return {
    /** The owner has installed the app without a browser: tokens as the token endpoint would give them. */
    install(orgId: string, scopes: readonly string[] = CHANNEL_SCOPES): MintedTokens {
      const org = orgOf(orgId);
      const owner = known(org.users.find(isOwner), `owner of ${orgId}`);
      return mintTokens(platform, org, { orgId, userId: owner.id, scopes });
    },
    /** The merchant removes the app: the last webhook, then tokens and subscriptions are gone. */
    uninstall(orgId: string): void {
      const org = orgOf(orgId);
      org.installed = false;
      platform.events.emit(org, 'app/uninstalled', { org_id: Number(orgId), client_id: platform.app.clientId });
      org.subscriptions = [];
      for (const tokens of [store.accessTokens, store.refreshTokens]) {
        for (const [key, token] of tokens) if (token.orgId === orgId) tokens.delete(key);
      }
    },
    /** Access tokens of the organisation end now; refresh tokens too when asked. */
    expireTokens(orgId: string, which: { access?: boolean; refresh?: boolean } = { access: true }): void {
      const now = platform.clock.now();
      const expire = (tokens: Map<string, { orgId: string; expiresAt: number }>) => {
        for (const token of tokens.values()) if (token.orgId === orgId) token.expiresAt = now;
      };
      orgOf(orgId);
      if (which.access) expire(store.accessTokens);
      if (which.refresh) expire(store.refreshTokens);
    },
    /** The token of a private app, as the shop's admin shows it (haravan.md §1.11). */
    privateToken(orgId: string, scopes: readonly string[] = CHANNEL_SCOPES): string {
      const owner = known(orgOf(orgId).users.find(isOwner), `owner of ${orgId}`);
      return mintPrivateToken(platform, { orgId, userId: owner.id, scopes });
    },
    /** The merchant pays for the app through Haravan (haravan.md §1.13). */
    buyPlan(orgId: string, draft: PlanDraft): string {
      return buyPlan(platform, orgOf(orgId), draft).id;
    },
    cancelPlan(orgId: string, planId: string): void {
      const org = orgOf(orgId);
      const plan = org.appSubscriptions.find(({ id }) => id === planId);
      cancelPlan(platform, org, known(plan, `plan ${planId}`));
    },
    /** What the partner site's button sends: a payload marked as a test (haravan.md §3.2). */
    sendTestWebhook(orgId: string, topic: Topic, body: unknown): void {
      platform.events.emit(orgOf(orgId), topic, body, { test: true });
    },
    setModes(change: Partial<Modes>): Modes {
      store.modes = { ...store.modes, ...change };
      return store.modes;
    },
  };
}
