import type { Sku, Variant } from './books';

const LAG_MS = 2 * 3_600_000;

/**
 * What the mirror of a catalog may still believe: old codes, old names, old flags (spec R2.6 follows within minutes, not at once).
 * Hours in which hardly a turn was given prove nothing: a belief is to be gone when its time is over and, after that, all that
 * was due has been done.
 */
export function createLag(now: () => number) {
  let restedAt = now();
  const bore: { orgId: string; code: string; variant: Variant; until: number }[] = [];
  const named: { skuId: number; code: string; until: number }[] = [];
  const untracked = new Map<number, number>();
  const withoutStock = new Map<number, number>();
  const holds = ({ until }: { until: number }) => until > restedAt;
  const isHeld = (until: number | undefined) => until !== undefined && holds({ until });

  return {
    /** Nothing is due, and everything could be read. */
    rested(): void {
      restedAt = now();
    },
    bore: (orgId: string, code: string | null, variant: Variant) =>
      void (code !== null && bore.push({ orgId, code, variant: { ...variant }, until: now() + LAG_MS })),
    named: (sku: Sku, code: string | null) =>
      void (code !== null && named.push({ skuId: sku.skuId, code, until: now() + LAG_MS })),
    soldWithoutStock: (variantId: number) => void withoutStock.set(variantId, now() + LAG_MS),
    untracked: (variantId: number) => void untracked.set(variantId, now() + LAG_MS),
    mayBeUntracked: (variantId: number) => isHeld(untracked.get(variantId)),
    /** Variants that bore this code not long ago. */
    bearers: (orgId: string, code: string): Variant[] =>
      bore.filter((one) => one.orgId === orgId && one.code === code && holds(one)).map(({ variant }) => variant),
    names: (sku: Sku): string[] => named.filter((one) => one.skuId === sku.skuId && holds(one)).map(({ code }) => code),
    mayBeSoldWithoutStock: (variantId: number) => isHeld(withoutStock.get(variantId)),
  };
}

export type Lag = ReturnType<typeof createLag>;
