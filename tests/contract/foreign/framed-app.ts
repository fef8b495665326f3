import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as AppSdk from '@haravan/app-sdk';
import type { BrowserContext, Frame, Page, Route } from 'playwright-core';
import type { Sandbox } from '@/sandbox/main';
import { launchChromium } from '@/tests/browser/chromium';
import { ensureChromium } from '@/scripts/chromium';
import { HARAVAN } from '../contract-seed';
import { APP } from '../stage';

export const APP_ORIGIN = 'https://kenh.example.vn';
export const ADMIN_ORIGIN = `https://${HARAVAN.shop}.myharavan.com`;
/** Without protocol, as the package wants it. */
export const SHOP_ORIGIN = new URL(ADMIN_ORIGIN).host;

declare global {
  interface Window {
    'app-sdk': typeof AppSdk;
  }
}

/** The admin and the app under the names that the package insists on; nothing leaves this machine. */
async function routeHosts(context: BrowserContext, sandbox: Sandbox): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@haravan/app-sdk/umd/index.min.js');
  const script = await readFile(file, 'utf8');
  const page = '<!doctype html><title>Kênh</title><script src="/app-sdk.js"></script><h1>Ứng dụng</h1>';
  await context.route('**/*', (route) => route.abort());
  await context.route(`${APP_ORIGIN}/**`, (route) => {
    const isScript = new URL(route.request().url()).pathname === '/app-sdk.js';
    return route.fulfill({
      contentType: isScript ? 'text/javascript' : 'text/html; charset=utf-8',
      body: isScript ? script : page,
    });
  });
  await context.route(`${ADMIN_ORIGIN}/**`, (route) => passOn(route, sandbox));
}

/** What Haravan serves at the shop's own host is below `/shops/{shop}` here. */
async function passOn(route: Route, sandbox: Sandbox): Promise<void> {
  const { pathname, search } = new URL(route.request().url());
  const path = pathname.startsWith('/shops/') ? pathname : `/shops/${HARAVAN.shop}${pathname}`;
  const answer = await fetch(`${sandbox.urls.haravan}${path}${search}`, { redirect: 'manual' });
  const body = Buffer.from(await answer.arrayBuffer());
  await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
}

export type Framed = {
  context: BrowserContext;
  /** The admin with the app in its frame. */
  open(): Promise<{ page: Page; app: Frame }>;
  close(): Promise<void>;
};

export async function startBrowser(sandbox: Sandbox): Promise<Framed> {
  const browser = await launchChromium(await ensureChromium());
  const context = await browser.newContext();
  await routeHosts(context, sandbox);
  return {
    context,
    async open() {
      const page = await context.newPage();
      await page.goto(`${ADMIN_ORIGIN}/adminv2/sale_channels/apps/${APP.haravanClientId}`);
      return { page, app: await appFrame(page) };
    },
    close: () => browser.close(),
  };
}

export async function appFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe[src^="${APP_ORIGIN}"]`)).contentFrame();
  if (frame === null) throw new Error('the admin shows no frame');
  await frame.waitForFunction(() => window['app-sdk'] !== undefined);
  return frame;
}
