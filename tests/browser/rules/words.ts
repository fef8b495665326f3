import type { Page } from 'playwright-core';

/** All that a person reads or hears: texts, names, hints. What is marked as another language is left out. */
export function readWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const isForeign = (element: Element | null) => {
      const language = element?.closest('[lang]')?.getAttribute('lang') ?? '';
      return !language.startsWith('vi');
    };
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent && !parent.closest('script, style') && !isForeign(parent) && parent.checkVisibility()) {
        texts.push(node.textContent ?? '');
      }
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      // A name given to the whole hides what its parts are called.
      if (isForeign(element) || element.parentElement?.closest('button[aria-label], a[aria-label]')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '');
    }
    return texts.join('\n');
  });
}

/** Words as lower-case letters; a code such as `AO-DEN-M` or `SELLER_SKU` is none. */
export function wordsOf(text: string): Set<string> {
  const withoutCodes = text.replace(/[\p{L}\d]*[-_\d][\p{L}\d_-]*/gu, ' ');
  return new Set([...withoutCodes.matchAll(/\p{L}{2,}/gu)].map(([word]) => word.toLowerCase()));
}
