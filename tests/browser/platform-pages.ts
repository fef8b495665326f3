import type { Page } from 'playwright-core';

export type Login = { email: string; password: string };

/** Haravan's own login page; nothing is asked of who is still logged in. */
export async function logInToHaravan(page: Page, { email, password }: Login): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

export async function grantInHaravan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đồng ý' }).click();
}

/** Lazada's authorization page: Seller Center login and one button. */
export async function authorizeOnLazada(page: Page, { email, password }: Login): Promise<void> {
  await page.getByLabel('Tài khoản (email)').fill(email);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Sign in and Authorize' }).click();
}
