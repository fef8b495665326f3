import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Seller } from '../entities';
import { canReverseBecome, REVERSE_STATES, type Reverse } from '../reverse/reverse-order';
import { dong, moment } from './figures';
import { sellerFrame } from './frames';
import { type Html, page } from './layout';
import { pageOf } from './pager';
import { REVERSE_KIND_WORDS, REVERSE_WORDS } from './words';

/** Everything that goes back; each with the steps of buyer, carrier, seller and Lazada. */
export function sellerReturnsPage(c: Context, seller: Seller): Html {
  const { rows, links } = pageOf(c, [...seller.reverses.values()].reverse());
  const none = html`<p class="card">Chưa có đơn nào hủy hay trả. Hãy giao xong một đơn, rồi xin trả hàng ở phía người mua.</p>`;
  return page(
    c,
    { title: 'Trả hàng', ...sellerFrame(seller) },
    html`${rows.length === 0 ? none : rows.map((reverse) => reverseCard(seller, reverse))}${links}`,
  );
}

function reverseCard(seller: Seller, reverse: Reverse): Html {
  const { reverseOrderId, order, kind, reason, createdAt, lines } = reverse;
  const refund = lines.reduce((sum, line) => sum + line.refundAmount, 0);
  return html`<article class="card"><header>
      <div><h2>${REVERSE_KIND_WORDS[kind]} ${reverseOrderId}</h2>
        <p class="soft tight">Đơn ${order.orderId} · ${moment(createdAt)}${reason ? ` · ${reason}` : ''}</p></div>
      <b>${dong(refund)}</b></header>
    <ul>${lines.map((line) => html`<li>${line.item.name} <span class="chip">${REVERSE_WORDS[line.state].name}</span></li>`)}</ul>
    ${steps(seller, reverse)}</article>`;
}

/** Steps that every line can take; a cancellation is answered in the order itself. */
function steps(seller: Seller, reverse: Reverse): Html | string {
  if (reverse.kind === 'CANCEL') return '';
  const possible = REVERSE_STATES.filter((to) =>
    reverse.lines.every((line) => canReverseBecome(reverse.kind, line.state, to)),
  );
  const action = `/seller/${seller.sellerId}/returns/${reverse.reverseOrderId}`;
  return html`<div class="row">${possible.map(
    (to, index) => html`<form method="post" action="${action}"><input type="hidden" name="to" value="${to}" />
      <button class="${index === 0 ? 'main' : ''}">${REVERSE_WORDS[to].act}</button></form>`,
  )}</div>`;
}
