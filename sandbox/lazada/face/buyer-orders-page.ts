import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Order, OrderItem, Seller } from '../entities';
import { isCancelableBySeller } from '../item-states';
import { shopFrame } from './frames';
import { type Html, page } from './layout';
import { orderHeader, statusGroups } from './order-card';
import { pageOf } from './pager';

/** All orders of the shop as their buyers see them: pay, ask to cancel, ask to give back. */
export function buyerOrdersPage(c: Context, seller: Seller): Html {
  const { rows, links } = pageOf(c, [...seller.orders.values()].reverse());
  const none = html`<p class="card">Chưa có đơn nào. <a href="/shop/${seller.sellerId}">Mua thử một sản phẩm</a></p>`;
  return page(
    c,
    { title: 'Đơn đã đặt', ...shopFrame(seller) },
    html`${rows.length === 0 ? none : rows.map((order) => buyerOrder(seller, order))}${links}`,
  );
}

function buyerOrder(seller: Seller, order: Order): Html {
  const base = `/shop/${seller.sellerId}/orders/${order.orderId}`;
  return html`<article class="card">${orderHeader(order)}
    ${statusGroups(order, (items) => html`<div class="row">${wishes(base, order, items)}</div>`)}
  </article>`;
}

function wishes(base: string, order: Order, items: readonly OrderItem[]): Html[] {
  const ids = items.map((item) => item.orderItemId).join(',');
  const [first] = items;
  if (!first) return [];
  if (first.status === 'unpaid' && order.unpaidUntil !== null)
    return [button(`${base}/pay`, ids, 'Thanh toán', 'main')];
  if (first.cancelRequest) return [html`<p class="soft tight">Đã xin hủy, chờ người bán trả lời.</p>`];
  if (isCancelableBySeller(first.status)) return [button(`${base}/cancel-request`, ids, 'Xin hủy đơn')];
  if (first.status !== 'delivered' && first.status !== 'confirmed') return [];
  if (items.some((item) => item.reverseOrderId !== ''))
    return [html`<p class="soft tight">Đã có yêu cầu trả hàng.</p>`];
  return [button(`${base}/return`, ids, 'Xin trả hàng'), button(`${base}/refund`, ids, 'Chỉ xin hoàn tiền')];
}

function button(action: string, ids: string, name: string, kind = ''): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="items" value="${ids}" />
    <button class="${kind}">${name}</button></form>`;
}
