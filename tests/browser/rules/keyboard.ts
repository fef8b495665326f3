import type { Page } from 'playwright-core';

type Stop = { key: string; isMarked: boolean };

const MOST_STOPS = 400;

/** Everything that Tab should reach on the page, in the order in which it stands there. */
function reachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stops = document.body.querySelectorAll<HTMLElement>('a[href], button, input, [tabindex="0"]');
    const able = [...stops].filter((stop) => {
      const isRadioOfGroup = stop.matches('input[type=radio]:not(:checked)');
      return (
        !stop.matches(':disabled, [tabindex="-1"]') &&
        !isRadioOfGroup &&
        stop.checkVisibility({ visibilityProperty: true })
      );
    });
    able.forEach((stop, at) => {
      stop.dataset.stop = String(at);
    });
    return able.map((stop) => stop.dataset.stop ?? '');
  });
}

/** Where the focus is, and whether anything around it looks other than without the focus. */
function look(page: Page): Promise<Stop | null> {
  return page.evaluate(async () => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return null;
    const near = [
      focused,
      focused.parentElement,
      focused.nextElementSibling,
      focused.closest('.ant-select, .ant-input-affix-wrapper, .ant-checkbox, .ant-radio'),
    ];
    const looks = () =>
      near.flatMap((element) => {
        if (!element) return [];
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(element);
        return outlineStyle === 'none'
          ? [boxShadow, borderColor]
          : [outlineWidth, outlineColor, boxShadow, borderColor];
      });
    const withFocus = JSON.stringify(looks());
    focused.blur();
    // Some components take their mark off a moment later.
    if (JSON.stringify(looks()) === withFocus) await new Promise((resolve) => setTimeout(resolve, 100));
    const without = JSON.stringify(looks());
    focused.focus();
    const name = focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 30);
    return { key: focused.dataset.stop ?? `${focused.tagName} ${name}`, isMarked: withFocus !== without };
  });
}

/** As for somebody who has just come: the next Tab is the first. Without transitions, so that a look is as it will be. */
async function startAtTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important }');
    document.adoptedStyleSheets = [still];
    const start = document.createElement('div');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
  });
}

/** Tab reaches everything in order, and the focus shows (interface.md, rule 9). */
export async function keyboardFindings(page: Page): Promise<string[]> {
  const wanted = await reachable(page);
  await startAtTop(page);
  await page.keyboard.press('Tab');
  const seen: Stop[] = [];
  for (let stop = await look(page); stop && seen.length < MOST_STOPS; stop = await look(page)) {
    if (seen.some(({ key }) => key === stop?.key)) break;
    seen.push(stop);
    await page.keyboard.press('Tab');
  }
  const nameOf = (key: string) =>
    page.evaluate((at) => {
      const element = document.querySelector(`[data-stop="${at}"]`);
      return element?.getAttribute('aria-label') ?? element?.outerHTML.slice(0, 100) ?? at;
    }, key);
  const order = seen.map(({ key }) => key).filter((key) => wanted.includes(key));
  const missed = wanted.filter((key) => !order.includes(key));
  const said: string[] = [];
  for (const key of missed.slice(0, 5)) said.push(`Tab does not reach ${await nameOf(key)}`);
  for (const { key, isMarked } of seen) if (!isMarked) said.push(`the focus does not show on ${await nameOf(key)}`);
  const sorted = order.toSorted((a, b) => Number(a) - Number(b));
  if (order.join() !== sorted.join()) said.push('Tab jumps about');
  return said;
}
