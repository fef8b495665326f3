import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Order, OrderItem, Seller } from '../entities';
import { ITEM_STATUSES, type ItemStatus } from '../item-states';
import { sellerFrame } from './frames';
import { type Html, page } from './layout';
import { orderHeader, statusGroups } from './order-card';
import { stepsOf } from './order-steps';
import { matches, pageOf } from './pager';

const FILTERS: readonly { name: string; key: string; statuses: readonly ItemStatus[] }[] = [
  { name: 'Tất cả', key: '', statuses: ITEM_STATUSES },
  { name: 'Chờ thanh toán', key: 'unpaid', statuses: ['unpaid'] },
  { name: 'Chờ đóng gói', key: 'pending', statuses: ['pending', 'topack', 'repacked'] },
  {
    name: 'Chờ bàn giao',
    key: 'packed',
    statuses: ['packed', 'ready_to_ship_pending', 'ready_to_ship', 'toship', 'transit_to_ship'],
  },
  { name: 'Đang giao', key: 'shipped', statuses: ['shipped', 'failed_delivery', 'failed', 'shipped_back'] },
  { name: 'Đã giao', key: 'delivered', statuses: ['delivered', 'confirmed'] },
  { name: 'Hủy và trả', key: 'back', statuses: ['canceled', 'returned', 'rtm_init', 'shipped_back_success'] },
];

/** Orders with the steps that seller, carrier and Lazada can take with them. */
export function sellerOrdersPage(c: Context, seller: Seller): Html {
  const filter = FILTERS.find(({ key }) => key === (c.req.query('loc') ?? '')) ?? FILTERS[0];
  const query = c.req.query('tim') ?? '';
  const found = [...seller.orders.values()]
    .filter((order) => order.items.some((item) => filter?.statuses.includes(item.status)))
    .filter((order) => matches(`${order.orderId} ${order.buyer.name} ${order.buyer.phone}`, query))
    .reverse();
  const { rows, links } = pageOf(c, found);
  return page(
    c,
    { title: 'Đơn hàng', ...sellerFrame(seller) },
    html`<ul class="chips" aria-label="Lọc theo trạng thái">${FILTERS.map(({ name, key }) => filterLink(seller, name, key, key === filter?.key))}</ul>
      <form method="get" class="row" role="search"><input type="hidden" name="loc" value="${filter?.key ?? ''}" />
        <label>Tìm mã đơn, người mua, điện thoại<input type="search" name="tim" value="${query}" /></label><button>Tìm</button></form>
      <p class="soft">${found.length} đơn</p>
      ${rows.length === 0 ? html`<p class="card">Không có đơn nào ở đây. <a href="/shop/${seller.sellerId}">Đặt thử một đơn ở gian hàng</a></p>` : rows.map((order) => sellerOrder(seller, order))}${links}`,
  );
}

function filterLink(seller: Seller, name: string, key: string, isCurrent: boolean): Html {
  const href = `/seller/${seller.sellerId}${key === '' ? '' : `?loc=${key}`}`;
  return html`<li><a href="${href}" ${isCurrent ? html`aria-current="true"` : ''}>${name}</a></li>`;
}

function sellerOrder(seller: Seller, order: Order): Html {
  const base = `/seller/${seller.sellerId}/orders/${order.orderId}`;
  return html`<article class="card">${orderHeader(order)}
    ${statusGroups(order, (items) => html`${wishOf(base, items)}${stepsOf(base, order, items)}`)}
    <details><summary>Tiền</summary><div class="row">
      <form method="post" action="${base}/payout"><input type="hidden" name="held" value="${order.payoutHeld ? '' : 'yes'}" />
        <button>${order.payoutHeld ? 'Cho thanh toán trở lại' : 'Giữ lại, không thanh toán cho shop'}</button></form>
      <form method="post" action="${base}/charge" class="row"><label>Trừ thêm phí vận chuyển (₫)<input name="amount" inputmode="numeric" value="12000" /></label>
        <button>Trừ phí</button></form>
    </div></details>
  </article>`;
}

/** A buyer's wish to cancel waits for an answer. */
function wishOf(base: string, items: readonly OrderItem[]): Html | string {
  const wish = items.find((item) => item.cancelRequest?.agreed === false);
  if (!wish) return '';
  const answer = (agree: string, name: string) =>
    html`<form method="post" action="${base}/decide"><input type="hidden" name="reverse" value="${wish.reverseOrderId}" />
      <input type="hidden" name="agree" value="${agree}" /><button>${name}</button></form>`;
  return html`<div class="note ask"><p>Người mua xin hủy: ${wish.cancelRequest?.reason}</p>
    <div class="row">${answer('yes', 'Đồng ý hủy')}${answer('', 'Từ chối')}</div></div>`;
}
