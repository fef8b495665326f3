import type { Surface } from './surface';

/** How many errors Lỗi says there are. */
export async function readIssueTotal(app: Surface): Promise<number> {
  const title = await app.getByRole('heading', { level: 1, name: /^Lỗi/ }).textContent();
  return Number((title ?? '').replace(/\D/g, ''));
}
