import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import { orderFulfillmentStatus } from '../orders/fulfillment-status';
import { financialStatus } from '../orders/payments';
import { totalPrice } from '../orders/totals';
import type { Platform } from '../platform';
import { adminPath } from './admin-parts';
import { dong, moment } from './format';
import { layout, notice } from './layout';
import { buyerOf, deliveryPill, moneyPill, statePill } from './order-words';
import { matches, paged, pager } from './paging';

const isOpen = ({ canceledAt, closedAt }: Order) => canceledAt === null && closedAt === null;

/** The saved filters of the real list (haravan.md §7). */
const TABS: readonly { key: string; label: string; holds: (order: Order) => boolean }[] = [
  { key: '', label: 'Tất cả đơn hàng', holds: () => true },
  { key: 'new', label: 'Đơn hàng mới', holds: isOpen },
  {
    key: 'unshipped',
    label: 'Chưa giao hàng',
    holds: (o) => isOpen(o) && orderFulfillmentStatus(o) === 'notfulfilled',
  },
  { key: 'unpaid', label: 'Chưa thanh toán', holds: (o) => isOpen(o) && financialStatus(o) === 'pending' },
];

export function ordersPage(platform: Platform, org: Org, c: Context) {
  const { q: query = '', tab = '' } = c.req.query();
  const holds = TABS.find(({ key }) => key === tab)?.holds ?? (() => true);
  const found = [...org.orders.values()]
    .filter((order) => holds(order) && matches(query, order.name, buyerOf(org, order), order.note, ...order.tags))
    .sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
  const page = paged(c, found);
  const tabs = TABS.map(
    ({ key, label }) => html`<a href="?tab=${key}" ${key === tab ? raw('aria-current="page"') : ''}>${label}</a>`,
  );
  const main = html`<main class="text"><div class="head"><h1>Đơn hàng</h1>
<a class="button" href="${adminPath(org, 'orders/new')}">Tạo đơn hàng</a></div>${notice(c.req.query('done'))}
<nav class="tabs" aria-label="Bộ lọc">${tabs}</nav>
<section class="card"><form class="row" method="get" role="search"><input type="hidden" name="tab" value="${tab}" />
<label class="field grow">Tìm theo mã, khách hàng, ghi chú, tag<input name="q" type="search" value="${query}" /></label>
<button type="submit">Tìm</button></form></section>
<section class="card">${found.length > 0 ? table(org, page.rows) : html`<p class="empty">Không có đơn hàng nào.</p>`}${pager(c, page)}</section></main>`;
  return layout({ platform, org, place: 'orders', title: 'Đơn hàng' }, main);
}

function table(org: Org, orders: readonly Order[]) {
  const rows = orders.map(
    (order) => html`<tr><td data-label="Mã"><a href="${adminPath(org, `orders/${order.id}`)}">${order.name}</a></td>
<td class="nowrap" data-label="Ngày tạo">${moment(order.createdAt)}</td><td data-label="Khách hàng">${buyerOf(org, order)}</td>
<td data-label="Tình trạng">${statePill(order)}</td><td data-label="Thanh toán">${moneyPill(order)}</td>
<td data-label="Giao hàng"><span>${deliveryPill(order)}</span></td><td data-label="Kênh">${order.sourceName ?? order.source ?? '—'}</td>
<td class="right nowrap" data-label="Tổng tiền">${dong(totalPrice(order))}</td></tr>`,
  );
  return html`<table class="stack"><thead><tr><th>Mã</th><th>Ngày tạo</th><th>Khách hàng</th><th>Tình trạng</th><th>Thanh toán</th>
<th>Giao hàng</th><th>Kênh</th><th class="right">Tổng tiền</th></tr></thead><tbody>${rows}</tbody></table>`;
}
