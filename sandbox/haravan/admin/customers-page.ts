import type { Context } from 'hono';
import { html } from 'hono/html';
import { sortCustomers } from '../customers/search-customers';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { adminPath } from './admin-parts';
import { dong } from './format';
import { layout } from './layout';
import { matches, paged, pager } from './paging';

export function customersPage(platform: Platform, org: Org, c: Context) {
  const query = c.req.query('q') ?? '';
  const found = sortCustomers([...org.customers.values()]).filter(({ firstName, lastName, phone, email }) =>
    matches(query, lastName, firstName, phone, email),
  );
  const page = paged(c, found);
  const rows = page.rows.map(({ firstName, lastName, phone, email, history }) => {
    const last = history.last;
    return html`<tr><td data-label="Khách hàng">${[lastName, firstName].filter(Boolean).join(' ') || '---'}</td>
<td data-label="Điện thoại">${phone ?? '—'}</td><td data-label="Email">${email ?? '—'}</td><td class="right" data-label="Số đơn">${history.orders}</td>
<td class="right nowrap" data-label="Đã chi">${dong(history.spent)}</td>
<td data-label="Đơn gần nhất">${last ? html`<a href="${adminPath(org, `orders/${last.id}`)}">${last.name}</a>` : '—'}</td></tr>`;
  });
  const table = html`<table class="stack"><thead><tr><th>Khách hàng</th><th>Điện thoại</th><th>Email</th><th class="right">Số đơn</th>
<th class="right">Đã chi</th><th>Đơn gần nhất</th></tr></thead><tbody>${rows}</tbody></table>`;
  const main = html`<main class="text"><h1>Khách hàng</h1><section class="card"><form class="row" method="get" role="search">
<label class="field grow">Tìm theo tên, điện thoại, email<input name="q" type="search" value="${query}" /></label><button type="submit">Tìm</button></form></section>
<section class="card">${found.length > 0 ? table : html`<p class="empty">Chưa có khách hàng nào.</p>`}${pager(c, page)}</section></main>`;
  return layout({ platform, org, place: 'customers', title: 'Khách hàng' }, main);
}
