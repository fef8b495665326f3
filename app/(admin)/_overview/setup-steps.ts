import type { OverviewView } from '@/src/queries/overview';

export const SETUP_STEPS = ['connect', 'warehouse', 'publish', 'check', 'switchOn'] as const;
export type SetupStep = { key: (typeof SETUP_STEPS)[number]; done: boolean; href: string };

type SetupFacts = Pick<OverviewView, 'published' | 'linked' | 'settingsSaved' | 'pushPrice' | 'pushQuantity'>;

/** kết nối → kho → đăng sản phẩm → kiểm tra → bật đồng bộ (interface.md). Empty once everything is done. */
export function setupSteps(facts: SetupFacts): SetupStep[] {
  const on = facts.pushPrice || facts.pushQuantity;
  const steps: SetupStep[] = [
    { key: 'connect', done: true, href: '/settings' },
    { key: 'warehouse', done: facts.settingsSaved || on, href: '/settings' },
    { key: 'publish', done: facts.published > 0, href: '/products' },
    { key: 'check', done: facts.linked > 0, href: '/issues' },
    { key: 'switchOn', done: on, href: '/settings' },
  ];
  return steps.every((step) => step.done) ? [] : steps;
}
