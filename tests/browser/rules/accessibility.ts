import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const GRAVE = ['serious', 'critical'];
const LEVEL_AA = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** What axe finds that is serious or worse (interface.md, rule 9), contrast AA among it. */
export async function graveAxeFindings(page: Page): Promise<string[]> {
  // One frame, and only what is wrong: several times faster.
  const rules = new AxeBuilder({ page }).options({ runOnly: LEVEL_AA, resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await rules.analyze();
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `axe ${id}: ${node.target.join(' ')} ${node.html.slice(0, 120)}`),
    );
}
