import type { Platform } from './platform';

/** Whether a path that throttles earlier than the general bucket was called too often in the last second (haravan.md §4). */
export function isTooFast({ store, clock }: Platform, tenant: string, path: string): boolean {
  const rule = store.modes.tightPaths.find((tight) => new RegExp(tight.path).test(path));
  if (!rule) return false;
  const [key, now] = [`${tenant} ${rule.path}`, clock.now()];
  const recent = (store.recentCalls.get(key) ?? []).filter((at) => at > now - 1000 && at <= now);
  const tooFast = recent.length >= rule.perSecond;
  store.recentCalls.set(key, tooFast ? recent : [...recent, now]);
  return tooFast;
}
