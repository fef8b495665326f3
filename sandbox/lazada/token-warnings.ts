import type { Grant } from './entities';
import type { Platform } from './platform';

const WARNING_LEAD_MS = 48 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Push type 8, once a day while a seller's newest token lapses within 48 hours (lazada.md §14.2). */
export function warnOfTokens(platform: Platform, now: number): void {
  for (const grant of newestGrants(platform)) {
    const at = warningOf(grant);
    if (at === undefined || at > now || grant.accessExpiresAt <= now) continue;
    grant.warnedAt = now;
    platform.pushes.tokenExpires(grant.sellerId, grant.accessExpiresAt);
  }
}

export function nextWarning(platform: Platform): number | undefined {
  const now = platform.clock.now();
  const all = newestGrants(platform).flatMap((grant) => warningOf(grant) ?? []);
  const ahead = all.filter((at) => at > now);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

function warningOf({ accessExpiresAt, warnedAt }: Grant): number | undefined {
  const at = Math.max(accessExpiresAt - WARNING_LEAD_MS, warnedAt === null ? 0 : warnedAt + DAY_MS);
  return at < accessExpiresAt ? at : undefined;
}

function newestGrants({ store }: Platform): Grant[] {
  return [...new Map(store.grants.map((grant) => [grant.sellerId, grant])).values()];
}
