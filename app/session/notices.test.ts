import { expect, test } from 'vitest';
import { htmlPage, linkButton } from './html-page';
import { isNoticeCode, NOTICE_STATUS } from './notice-code';
import { ENGLISH } from './notices.en';
import { VIETNAMESE } from './notices.vi';

test.each(Object.keys(NOTICE_STATUS))('R1.3 %s says in both languages what to do', (code) => {
  if (!isNoticeCode(code)) throw new Error(code);
  for (const { title, text } of [VIETNAMESE[code], ENGLISH[code]]) {
    expect(title.length).toBeGreaterThan(8);
    expect(text.length).toBeGreaterThan(30);
  }
});

test('a name from outside the table is no notice', () => {
  expect(['toString', '__proto__', 'made_up'].filter(isNoticeCode)).toEqual([]);
});

test('R8.4 what a merchant named a shop is text on the page, not part of it', async () => {
  const title = `Ngắt kết nối <script>alert("x")</script> & Co?`;
  const actions = linkButton('https://a.test/?a=1&b="2"', "Về 'nhà'");
  const page = await htmlPage({ locale: 'vi', status: 200, title, text: title, actions }).text();
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('href="https://a.test/?a=1&amp;b=&quot;2&quot;"');
});
