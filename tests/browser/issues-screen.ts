import type { Surface } from './surface';

/** How many errors Lỗi says there are. */
export async function readIssueTotal(app: Surface): Promise<number> {
  const title = await app.getByRole('heading', { level: 1, name: /^Lỗi/ }).textContent();
  return Number((title ?? '').replace(/\D/g, ''));
}

/** The causes on Lỗi with how many of each. */
export async function readIssueGroups(app: Surface): Promise<Map<string, number>> {
  const titles = await app.getByRole('heading', { level: 2 }).allTextContents();
  return new Map(
    titles.map((title): [string, number] => {
      const [, words = title, count = '0'] = /^(.*?)\s*([\d.]+)(?:\s|$)/s.exec(title) ?? [];
      return [words.trim(), Number(count.replaceAll('.', ''))];
    }),
  );
}

export async function retryAll(app: Surface): Promise<void> {
  await app.getByRole('button', { name: 'Thử lại tất cả' }).click();
  await app.getByText(/^Đang thử lại/).waitFor();
}
