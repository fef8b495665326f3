import type { Page } from 'playwright-core';

/** How far the page itself can be scrolled sideways (px); tables scroll inside their own frames (interface.md, rule 8). */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return overflow > 0 ? [`the page scrolls sideways by ${overflow} px`] : [];
}

const LEAST_PX = 40;

/**
 * Targets that a finger of 40 px can miss (interface.md, rule 8): around the middle of each, points that far apart must hit it, its
 * label or what is inside it. Links within a sentence are exempt, as in WCAG 2.5.8.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const interactive =
      'a[href], button, input:not([type=hidden]), [role=switch], [role=tab], [role=combobox], summary';
    const isInSentence = (target: Element) =>
      target.matches('a') &&
      [...(target.parentElement?.childNodes ?? [])].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const belongsTo = (hit: Element | null, target: Element) => {
      if (!hit) return false;
      const label = hit.closest('label');
      const wrapper = target.closest('.ant-select, .ant-input-affix-wrapper, .ant-input-search, label');
      return target.contains(hit) || label?.control === target || (wrapper?.contains(hit) ?? false);
    };
    const said: string[] = [];
    const modal = document.querySelector('.ant-modal-wrap');
    for (const target of (modal ?? document).querySelectorAll<HTMLElement>(interactive)) {
      if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: false }) || isInSentence(target))
        continue;
      const area = target.closest('label') ?? target;
      area.scrollIntoView({ block: 'center', inline: 'center' });
      const box = area.getBoundingClientRect();
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      const reach = least / 2 - 1;
      const points = {
        above: [x, y - reach],
        below: [x, y + reach],
        left: [x - reach, y],
        right: [x + reach, y],
      } as const;
      const missed = Object.entries(points).filter(
        ([, [px, py]]) => !belongsTo(document.elementFromPoint(px, py), target),
      );
      if (missed.length > 0) {
        const name = target.getAttribute('aria-label') ?? target.textContent?.trim().slice(0, 40) ?? '';
        said.push(
          `target ${target.tagName.toLowerCase()} “${name}” is ${Math.round(box.width)} × ${Math.round(box.height)} px, missed ${missed.map(([side]) => side)}`,
        );
      }
    }
    window.scrollTo(0, 0);
    return said;
  }, LEAST_PX);
}

/** Counts what shifts from before the first script on; read with `layoutShift`. */
export async function watchLayoutShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { layoutShift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!hadRecentInput)
          Object.assign(window, { layoutShift: (window as unknown as { layoutShift: number }).layoutShift + value });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Cumulative layout shift of the page shown (interface.md, rule 7). */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);
