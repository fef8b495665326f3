import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '@/sandbox/main';
import { verifyLaunch } from '@/src/clients/haravan/launch';
import { HARAVAN } from '../contract-seed';
import { APP, startStage } from '../stage';
import { ADMIN_ORIGIN, APP_ORIGIN, appFrame, type Framed, SHOP_ORIGIN, startBrowser } from './framed-app';

let sandbox: Sandbox;
let browser: Framed;
/** Shared by the tests that leave it where it is: a page costs a second. */
let page: Page;
let app: Frame;

beforeAll(async () => {
  sandbox = await startStage({ url: APP_ORIGIN });
  browser = await startBrowser(sandbox);
  ({ page, app } = await browser.open());
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

const config = { apiKey: APP.haravanClientId, shopOrigin: SHOP_ORIGIN };

describe('npm @haravan/app-sdk in the frame of the admin', () => {
  test('the frame is opened with a signed launch', async () => {
    const { search } = new URL(app.url());
    const verdict = verifyLaunch({ queryString: search, secret: APP.haravanClientSecret, nowMs: sandbox.clock.now() });
    expect(verdict).toMatchObject({ ok: true, shop: HARAVAN.shop, orgId: HARAVAN.orgId });
    expect(verifyLaunch({ queryString: search, secret: 'another', nowMs: sandbox.clock.now() }).ok).toBe(false);
  });

  test('toasts come, differ when something failed, and go when they are cleared', async () => {
    await app.evaluate((given) => {
      const { createApp, actions } = window['app-sdk'];
      const { Toast } = actions;
      const shown = Toast.create(createApp(given), { message: 'Đã lưu', duration: 60_000 });
      shown.dispatch(Toast.Action.SHOW);
      Toast.create(createApp(given), { message: 'Chưa lưu', duration: 60_000, isError: true }).dispatch(
        Toast.Action.SHOW,
      );
      Object.assign(window, { clear: () => shown.dispatch(Toast.Action.CLEAR) });
    }, config);
    await page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor();
    await page.getByRole('alert').filter({ hasText: 'Chưa lưu' }).waitFor();
    await app.evaluate('clear()');
    await page.getByText('Đã lưu').waitFor({ state: 'detached' });
    expect(await page.getByText('Chưa lưu').count()).toBe(1);
  });

  test('the loading bar runs from start to stop', async () => {
    const bar = page.getByRole('progressbar');
    expect(await bar.isVisible()).toBe(false);
    await app.evaluate((given) => {
      const { createApp, actions } = window['app-sdk'];
      const loading = actions.Loading.create(createApp(given));
      loading.dispatch(actions.Loading.Action.START);
      Object.assign(window, { stop: () => loading.dispatch(actions.Loading.Action.STOP) });
    }, config);
    await bar.waitFor({ state: 'visible' });
    await app.evaluate('stop()');
    await bar.waitFor({ state: 'hidden' });
  });

  test('nobody but the framed app is obeyed', async () => {
    const forged = { type: 'dispatch', payload: { type: 'APP::TOAST::SHOW', payload: { id: '1', message: 'Lạ' } } };
    await page.evaluate((message) => window.postMessage(message, '*'), forged);
    // Messages arrive in order: when the app's own is there, the stranger's would be.
    await app.evaluate((message) => window.top?.postMessage(message, '*'), {
      ...forged,
      payload: { ...forged.payload, payload: { id: '2', message: 'Quen' } },
    });
    await page.getByText('Quen').waitFor();
    expect(await page.getByText('Lạ', { exact: true }).count()).toBe(0);
  });

  test('a redirect takes the whole window, or another one', async () => {
    const redirect = ({ given, to, newContext }: { given: typeof config; to: string; newContext: boolean }) => {
      const { createApp, actions } = window['app-sdk'];
      const { Redirect } = actions;
      Redirect.create(createApp(given)).dispatch(Redirect.Action.REMOTE, { url: to, newContext });
    };
    const opened = browser.context.waitForEvent('page');
    await app.evaluate(redirect, { given: config, to: `${APP_ORIGIN}/guide`, newContext: true });
    await (await opened).waitForURL(`${APP_ORIGIN}/guide`);
    expect(page.url()).toContain('/adminv2/');
    await app.evaluate(redirect, { given: config, to: `${APP_ORIGIN}/install`, newContext: false });
    await page.waitForURL(`${APP_ORIGIN}/install`);
  });

  test.each([
    [false, '/adminv2/apps/'],
    [true, '/adminv2/sale_channels/apps/'],
  ])('opened outside of the admin it goes there (sales channel: %s)', async (saleChannel, path) => {
    await page.goto(`${APP_ORIGIN}/`);
    await page.evaluate((given) => void window['app-sdk'].createApp({ ...given, embedded: true }), {
      ...config,
      saleChannel,
    });
    await page.waitForURL(`${ADMIN_ORIGIN}${path}${APP.haravanClientId}`);
    expect(new URL((await appFrame(page)).url()).origin).toBe(APP_ORIGIN);
  });
});
