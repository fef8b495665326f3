import { describe, expect, test } from 'vitest';
import { labelFrame, labelList, labelNotice } from './label-page';

describe('R4.6 what is shown instead of a label, or around one', () => {
  test('no label yet: says to try again shortly, and offers it', async () => {
    const answer = labelNotice('vi', 'not_ready', { again: '/orders/labels?ticket=t' });
    const page = await answer.text();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain('Vận đơn đang được tạo');
    expect(page).toContain('href="/orders/labels?ticket=t"');
  });

  test("the platform's words are shown as words", async () => {
    const page = await labelNotice('vi', 'refused', { words: '<b>AWB not available</b>' }).text();
    expect(page).toContain('Lazada báo: &lt;b&gt;AWB not available&lt;/b&gt;');
  });

  test('more than one document: one link each', async () => {
    const page = await labelList('en', '/orders/labels?ticket=t', 3).text();
    expect(page.match(/part=\d/g)).toEqual(['part=1', 'part=2', 'part=3']);
  });

  test('a page of the platform stands in a sandbox and cannot leave it', async () => {
    const page = await labelFrame('vi', '"><script>alert(1)</script>').text();
    expect(page).not.toContain('<script>');
    expect(page).toMatch(/<iframe sandbox title="[^"]+" srcdoc="&quot;&gt;&lt;script/);
  });
});
