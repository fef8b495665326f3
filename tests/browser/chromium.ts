import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium without a window, and without calls home. */
export function launchChromium(executablePath: string): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-gpu'];
  return chromium.launch({ executablePath, args });
}
