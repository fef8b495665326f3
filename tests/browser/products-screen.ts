import type { Surface } from './surface';

export const PRODUCT_TABS = ['Tất cả', 'Đã đồng bộ', 'Đang chờ', 'Lỗi'] as const;
export type ProductTab = (typeof PRODUCT_TABS)[number];

/** `1.234` is a thousand and more. */
const wholeNumber = (text: string | null): number => Number((text ?? '').replace(/\D/g, ''));

/** What the tabs of Sản phẩm say (R2.4). */
export async function readProductCounts(app: Surface): Promise<Record<ProductTab, number>> {
  const texts = await Promise.all(
    PRODUCT_TABS.map((name) => app.getByRole('tab', { name: new RegExp(`^${name}`) }).textContent()),
  );
  const [all = null, synced = null, waiting = null, issue = null] = texts;
  return {
    'Tất cả': wholeNumber(all),
    'Đã đồng bộ': wholeNumber(synced),
    'Đang chờ': wholeNumber(waiting),
    Lỗi: wholeNumber(issue),
  };
}

/** Thao tác → Đăng lên kênh bán hàng → Lazada.vn → Hoàn tất (R2.2). */
async function finishPublishing(app: Surface): Promise<void> {
  await app.getByRole('button', { name: 'Thao tác' }).click();
  await app.getByRole('menuitem', { name: 'Đăng lên kênh bán hàng' }).click();
  const dialog = app.getByRole('dialog', { name: 'Đăng lên kênh bán hàng' });
  await dialog.getByRole('checkbox', { name: /^Lazada\.vn/ }).check();
  await dialog.getByRole('button', { name: 'Hoàn tất' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Chooses all products that match, over all pages, and publishes them. */
export async function publishAll(app: Surface): Promise<void> {
  await app.getByRole('checkbox', { name: 'Chọn cả trang' }).check();
  const rest = app.getByRole('button', { name: /^Chọn tất cả/ });
  if (await rest.isVisible()) await rest.click();
  await finishPublishing(app);
}

export async function searchProducts(app: Surface, words: string): Promise<void> {
  const box = app.getByRole('searchbox', { name: 'Tìm theo tên, barcode hoặc SKU' });
  await box.fill(words);
  await box.press('Enter');
}

/** Gỡ khỏi kênh, and yes (R2.7). */
export async function unpublishProduct(app: Surface, title: string): Promise<void> {
  await app.getByRole('checkbox', { name: `Chọn ${title}`, exact: true }).check();
  await app.getByRole('button', { name: 'Thao tác' }).click();
  await app.getByRole('menuitem', { name: 'Gỡ khỏi kênh' }).click();
  const dialog = app.getByRole('dialog', { name: 'Gỡ khỏi kênh' });
  await dialog.getByRole('button', { name: 'Gỡ khỏi kênh' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
