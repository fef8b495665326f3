import type { Context } from 'hono';
import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;
export type Tab = { href: string; name: string };
export type Page = {
  title: string;
  /** Which side of the counter. */
  side: 'shop' | 'seller';
  /** Absent where no shop is chosen yet. */
  shopName?: string;
  /** Leads to the same shop on the other side. */
  otherSide?: Tab;
  tabs?: readonly Tab[];
};

const SIDE_WORDS = { shop: 'Gian hàng Lazada', seller: 'Kênh người bán Lazada' };
export const ASSETS = '/seller/assets';

/** A page around its content, with the practice banner on top (spec R10.19). The note of the last action comes by query. */
export function page(c: Context, { title, side, shopName, otherSide, tabs = [] }: Page, content: Html): Html {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${SIDE_WORDS[side]} (sân tập)</title>
        <link rel="stylesheet" href="${ASSETS}/face.css" />
        <script src="${ASSETS}/face.js" defer></script>
      </head>
      <body>
        ${banner(side)}
        <header class="top"><div>
          <div class="brand">
            <strong>${SIDE_WORDS[side]}</strong>
            ${shopName ? html`<span>${shopName}</span>` : ''}
            <a href="/${side}">Đổi gian hàng</a>
            ${otherSide ? html`<a href="${otherSide.href}">${otherSide.name}</a>` : ''}
          </div>
          ${tabs.length > 0 ? navigation(c, tabs) : html`<p></p>`}
        </div></header>
        <main>${noteOf(c)}<h1>${title}</h1>${content}</main>
      </body>
    </html>`;
}

function banner(side: 'shop' | 'seller'): Html {
  return html`<aside class="banner" aria-label="Sân tập">
    <p><b>Sân tập.</b> Không phải Lazada thật: không có người mua hay tiền thật.</p>
    <form method="post" action="/__sandbox/reset" data-back-to="/${side}" data-done="Đã đặt lại gian hàng tập từ đầu."
      data-ask="Đặt lại từ đầu? Mọi đơn hàng và thay đổi ở cả Lazada và Haravan tập sẽ mất.">
      <button>Đặt lại gian hàng tập</button>
    </form>
  </aside>`;
}

function navigation(c: Context, tabs: readonly Tab[]): Html {
  return html`<nav aria-label="Trang"><ul>
    ${tabs.map(
      ({ href, name }) =>
        html`<li><a href="${href}" ${c.req.path === href ? html`aria-current="page"` : ''}>${name}</a></li>`,
    )}
  </ul></nav>`;
}

function noteOf(c: Context): Html | string {
  const [good, bad] = [c.req.query('ok'), c.req.query('loi')];
  if (bad) return html`<div class="note bad" role="alert"><p>${bad}</p></div>`;
  return good ? html`<div class="note good" role="status"><p>${good}</p></div>` : '';
}
