import type { Page } from 'playwright-core';

/** More than one primary button in what is before the person: the dialog if one is open, else the page (interface.md, rule 3). */
export async function sparePrimaryButtons(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => {
    const view = document.querySelector('.ant-modal-wrap') ?? document;
    const primary = [...view.querySelectorAll<HTMLElement>('.ant-btn-primary')];
    return primary.filter((button) => button.checkVisibility()).map((button) => button.textContent ?? '');
  });
  return names.length > 1 ? [`${names.length} primary buttons: ${names.join(', ')}`] : [];
}

/** At most one banner (rule 4). */
export async function spareBanners(page: Page): Promise<string[]> {
  const count = await page.locator('[data-banner]').count();
  return count > 1 ? [`${count} banners`] : [];
}
