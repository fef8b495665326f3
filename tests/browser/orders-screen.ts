import type { MerchantBrowser } from './merchant-browser';
import type { Surface } from './surface';

export type OrderButton = 'Sẵn sàng giao hàng' | 'In đơn hàng' | 'Hủy đơn hàng';

/** Ticks these orders of the page shown, and no others. */
async function pickOrders(app: Surface, orderIds: readonly string[]): Promise<void> {
  const page = app.getByRole('checkbox', { name: 'Chọn cả trang' });
  await page.check();
  await page.uncheck();
  for (const orderId of orderIds) await app.getByRole('checkbox', { name: `Chọn đơn ${orderId}` }).check();
}

const button = (app: Surface, name: OrderButton) => app.getByRole('button', { name, exact: true });

export async function makeReadyToShip(app: Surface, orderIds: readonly string[]): Promise<void> {
  await pickOrders(app, orderIds);
  await button(app, 'Sẵn sàng giao hàng').click();
  await app
    .getByText(/^Đang chuyển \d+ đơn/)
    .first()
    .waitFor();
}

/** Hủy đơn hàng with one of Lazada's reasons. */
export async function cancelOrders(app: Surface, orderIds: readonly string[], reason: string): Promise<void> {
  await pickOrders(app, orderIds);
  await button(app, 'Hủy đơn hàng').click();
  const dialog = app.getByRole('dialog', { name: /^Hủy/ });
  await dialog.getByRole('radio', { name: reason }).check();
  await dialog.getByRole('button', { name: 'Hủy đơn hàng' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

export type Printed = { contentType: string; start: string };

/** In đơn hàng opens a tab with the carrier's label: what it shows, and the first letters of it. */
export async function printLabels({ app, context }: MerchantBrowser, orderIds: readonly string[]): Promise<Printed> {
  await pickOrders(app, orderIds);
  const asked = context.waitForEvent('request', (request) => request.url().includes('/orders/labels'));
  const opened = context.waitForEvent('page');
  await button(app, 'In đơn hàng').click();
  const answer = await context.request.get((await asked).url());
  await (await opened).close();
  const body = await answer.body();
  return { contentType: answer.headers()['content-type'] ?? '', start: body.subarray(0, 5).toString('latin1') };
}
