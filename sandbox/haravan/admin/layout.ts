import { html, raw } from 'hono/html';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { adminPath, channelPath } from './admin-parts';
import { PAGE_SCRIPT } from './page-script';
import { STYLE } from './style';

export type Html = ReturnType<typeof html>;
export type Place = 'home' | 'orders' | 'products' | 'stock' | 'customers' | 'channel' | `channel ${string}`;
export type Frame = { platform: Platform; org: Org; place: Place; title: string };

const RESET_QUESTION =
  'Đặt lại toàn bộ dữ liệu tập của Haravan và Lazada? Mọi thay đổi sẽ mất, ứng dụng phải được cài đặt lại.';

/** The admin around a page: practice banner, top bar and menu (haravan.md §6.1, §7). */
export function layout({ platform, org, place, title }: Frame, main: Html, script = '') {
  return html`<!doctype html><html lang="vi"><head><meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title} · ${org.name} · Haravan</title><link rel="icon" href="data:," /><style>${raw(STYLE)}</style></head><body>
<form class="practice" method="post" action="${adminPath(org, 'reset')}" data-ask="${RESET_QUESTION}">
  <p><strong>Cửa hàng tập.</strong> <span class="more">Đây là Haravan mô phỏng: không có tiền thật, không có khách thật.</span>
  ${(platform.practiceLinks?.() ?? []).map(({ label, href }) => html`<a href="${href}">${label}</a> `)}</p>
  <button type="submit">Đặt lại</button></form>
<header><button type="button" id="menu-button" aria-expanded="false" aria-controls="side">Menu</button>
  <strong>Haravan</strong><span class="who">${org.name}</span></header>
<nav class="side" id="side" aria-label="Trang quản trị">${menu(platform, org, place)}</nav>
${main}<script>${raw(PAGE_SCRIPT)}</script>${script ? html`<script>${raw(script)}</script>` : ''}</body></html>`;
}

function menu(platform: Platform, org: Org, place: Place) {
  const channel = channelPath(org, platform);
  const entry = (to: Place, href: string, label: string) =>
    html`<a href="${href}" ${to === place ? raw('aria-current="page"') : ''}>${label}</a>`;
  const pages = (platform.app.pages ?? []).map(
    ({ label, path }) =>
      html`<li>${entry(`channel ${path}`, `${channel}?page=${encodeURIComponent(path)}`, label)}</li>`,
  );
  return html`<ul>
  <li>${entry('home', `/shops/${org.shop}/admin`, 'Tổng quan')}</li>
  <li>${entry('orders', adminPath(org, 'orders'), 'Đơn hàng')}</li>
  <li>${entry('products', adminPath(org, 'products'), 'Sản phẩm')}</li>
  <li>${entry('stock', adminPath(org, 'stock'), 'Tồn kho')}</li>
  <li>${entry('customers', adminPath(org, 'customers'), 'Khách hàng')}</li>
  <li><span>Kênh bán hàng</span><ul><li>${entry('channel', channel, 'Lazada')}
    ${pages.length > 0 ? html`<ul>${pages}</ul>` : ''}</li></ul></li></ul>`;
}

/** What was just done, told once. Only these sentences: an address cannot put words on the page. */
const DONE: Record<string, string> = {
  saved: 'Đã lưu.',
  created: 'Đã thêm.',
  deleted: 'Đã xóa.',
  done: 'Đã thực hiện.',
  reset: 'Đã đặt lại dữ liệu tập của cả Haravan và Lazada.',
};

export function notice(done: string | undefined, error?: string) {
  if (error) return html`<p class="notice error" role="alert">${error}</p>`;
  const sentence = DONE[done ?? ''];
  return sentence ? html`<p class="notice" role="status">${sentence}</p>` : '';
}
