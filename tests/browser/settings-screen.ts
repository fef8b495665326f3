import type { MerchantBrowser } from './merchant-browser';
import type { Surface } from './surface';

export type Switch = 'Giá' | 'Số lượng';

/** As long as the longest call to a platform, and the page after it. */
const DISCONNECTED_MS = 30_000;

const preview = (app: Surface) => app.getByRole('dialog', { name: 'Bật đồng bộ?' });

export async function turnOn(app: Surface, name: Switch): Promise<void> {
  await app.getByRole('switch', { name, exact: true }).click();
}

/** Presses Lưu in the save bar; it is gone once all is saved. */
export async function save(app: Surface): Promise<void> {
  await app.getByRole('button', { name: 'Lưu', exact: true }).click();
}

export async function untilSaved(app: Surface): Promise<void> {
  await app.getByRole('button', { name: 'Lưu', exact: true }).waitFor({ state: 'hidden' });
}

/** Reads what would change on Lazada, and agrees (R3.1). */
export async function agreeToPreview(app: Surface): Promise<string> {
  const dialog = preview(app);
  await dialog.waitFor();
  const said = (await dialog.locator('.ant-modal-body').textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Bật đồng bộ' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return said;
}

/** Kho đồng bộ tồn kho: one warehouse, or Kho tổng (R3.3). */
export async function chooseStockWarehouse(app: Surface, warehouse: string): Promise<void> {
  const ways = app.getByRole('radiogroup', { name: 'Kho đồng bộ tồn kho' });
  if (warehouse === 'Kho tổng') return ways.getByRole('radio', { name: /^Kho tổng/ }).check();
  await ways.getByRole('radio', { name: 'Chọn kho' }).check();
  await app.getByRole('checkbox', { name: warehouse }).check();
}

/** Ngắt kết nối, yes, and the owner's login with its own question where the app knows only the shop (R5.1). */
export async function disconnectShop({ app, page, proveOwner }: MerchantBrowser): Promise<void> {
  await app.getByRole('button', { name: 'Ngắt kết nối', exact: true }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Ngắt kết nối', exact: true }).click();
  const question = page.locator('form[action$="/disconnect"]').getByRole('button', { name: 'Ngắt kết nối' });
  const ownersLogin = page.getByRole('button', { name: 'Đăng nhập' }).or(question);
  const done = app.getByRole('button', { name: 'Kết nối kênh bán hàng' });
  await Promise.any([ownersLogin.waitFor(), done.waitFor()]);
  if (!(await ownersLogin.isVisible())) return;
  await proveOwner();
  // It is answered once no call is under way any more, which may take as long as the longest call.
  await question.click({ timeout: DISCONNECTED_MS });
  await page.getByRole('heading', { level: 1, name: /ngắt kết nối/i }).waitFor();
}
