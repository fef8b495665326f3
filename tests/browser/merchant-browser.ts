import type { Browser, BrowserContext, Page } from 'playwright-core';
import { authorizeOnLazada, grantInHaravan, type Login, logInToHaravan } from './platform-pages';
import { framedIn, type Surface, untilAlive } from './surface';

export type Place = { appUrl: string; haravanUrl: string; shop: string };
export type Screen = 'Tổng quan' | 'Sản phẩm' | 'Đơn hàng' | 'Lỗi' | 'Cấu hình';
export type MerchantOptions = {
  place: Place;
  owner: Login;
  seller: Login;
  /** In the admin's frame, where merchants work [true]; else the app on a page of its own. */
  framed?: boolean;
  width?: number;
  height?: number;
};

const OPENED_MS = 15_000;
const PHONE_PX = 500;
const MENU = 'Menu kênh Lazada';

/** One merchant's browser, with cookies of its own, driven by what the person reads. */
export type MerchantBrowser = {
  context: BrowserContext;
  page: Page;
  /** Where the app is drawn. */
  app: Surface;
  /** From the shop's admin: login, grant, and the app in its frame (R1.1). */
  install(): Promise<void>;
  /** Opens the app as the admin does. */
  openApp(): Promise<void>;
  open(screen: Screen): Promise<void>;
  /** Kết nối kênh bán hàng, Lazada's page, and back (R1.2). */
  connect(): Promise<void>;
  /** Presses the banner's button and authorizes again (R1.4). */
  renewAccess(): Promise<void>;
  /** Logs in as the owner on the way, where the app asks for that. */
  proveOwner(): Promise<void>;
  close(): Promise<void>;
};

export async function openMerchantBrowser(browser: Browser, options: MerchantOptions): Promise<MerchantBrowser> {
  const { place, owner, seller, framed = true, width = 1280, height = 900 } = options;
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, locale: 'vi-VN', hasTouch: width < PHONE_PX });
  // What compiles these files refers to a helper by this name inside functions that run in the page.
  await context.addInitScript('globalThis.__name ??= (target) => target');
  const page = await context.newPage();
  page.setDefaultTimeout(OPENED_MS);
  const app: Surface = framed ? framedIn(page) : page;
  const adminUrl = `${place.haravanUrl}/shops/${place.shop}/admin`;
  const heading = (name?: RegExp) => app.getByRole('heading', { level: 1, ...(name && { name }) });

  /** Both platforms send the browser back into the admin. */
  async function backInAdmin(): Promise<void> {
    await framedIn(page).getByRole('navigation', { name: MENU }).waitFor();
    if (!framed) await page.goto(place.appUrl);
    await untilAlive(heading());
  }

  /** A page of its own needs the owner's login: a launch gives its session to the frame alone. */
  async function openApp(): Promise<void> {
    await page.goto(adminUrl);
    await page.getByRole('link', { name: framed ? 'Mở kênh Lazada' : 'Cài đặt kênh Lazada' }).click();
    const login = page.getByRole('button', { name: 'Đăng nhập' });
    await Promise.any([login.waitFor(), framedIn(page).getByRole('navigation', { name: MENU }).waitFor()]);
    await proveOwner();
    await backInAdmin();
  }

  async function proveOwner(): Promise<void> {
    const login = page.getByRole('button', { name: 'Đăng nhập' });
    if (await login.isVisible()) await logInToHaravan(page, owner);
  }

  /** A launch proves a shop, not a person: who is not known as the owner here logs in on the way (design §6). */
  async function authorize(): Promise<void> {
    const account = page.getByLabel('Tài khoản (email)');
    await account.or(page.getByRole('button', { name: 'Đăng nhập' })).waitFor();
    await proveOwner();
    await account.waitFor();
    await authorizeOnLazada(page, seller);
    await backInAdmin();
  }

  const press = (name: string) => app.getByRole('button', { name, exact: true }).first().click();
  return {
    context,
    page,
    app,
    openApp,
    proveOwner,
    async install() {
      await page.goto(adminUrl);
      await page.getByRole('link', { name: 'Cài đặt kênh Lazada' }).click();
      await logInToHaravan(page, owner);
      await grantInHaravan(page);
      await backInAdmin();
    },
    async open(screen) {
      await app.getByRole('navigation', { name: MENU }).getByRole('link', { name: screen }).click();
      await untilAlive(heading(new RegExp(`^${screen}`)));
    },
    async connect() {
      await press('Kết nối kênh bán hàng');
      await authorize();
    },
    async renewAccess() {
      await press('Làm mới quyền truy cập');
      await authorize();
    },
    close: () => context.close(),
  };
}
