import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Where the app is drawn: a page of its own, or the frame in the Haravan admin. */
export type Surface = Pick<Page | FrameLocator, 'getByRole' | 'getByText' | 'getByLabel' | 'locator'>;

const FRAME = 'iframe[title="Lazada"]';

export const framedIn = (page: Page): Surface => page.frameLocator(FRAME);

/** Waits until React has taken over what the server drew: before, a click falls on nothing, faster than any person's. */
export async function untilAlive(drawn: Locator): Promise<void> {
  await drawn.evaluate(async (element) => {
    // Without names of its own inside: what compiles this file would refer to a helper that the page lacks.
    while (!Object.keys(element).some((key) => key.startsWith('__reactFiber')))
      await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
