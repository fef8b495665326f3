import { html } from 'hono/html';
import type { Order, OrderItem } from '../entities';
import { dong, moment } from './figures';
import type { Html } from './layout';
import { STATUS_WORDS } from './words';

const PAYMENT_WORDS = { COD: 'COD', MOMO_WALLET: 'Ví MoMo' };

/** Number, time, buyer and what the buyer pays. */
export function orderHeader(order: Order): Html {
  const goods = order.items.reduce((sum, item) => sum + item.itemPrice, 0);
  const total = goods - order.voucherSeller - order.voucherPlatform + order.shippingFee;
  const paid = order.paidAt === null ? 'chưa trả tiền' : 'đã trả tiền';
  return html`<header>
    <div><h2>Đơn ${order.orderId}</h2>
      <p class="soft tight">${moment(order.createdAt)} · ${order.buyer.name || 'Người mua không tên'} · ${order.buyer.phone}</p></div>
    <div><b>${dong(total)}</b> <span class="soft">${PAYMENT_WORDS[order.paymentMethod]}, ${paid}</span></div>
  </header>`;
}

/** Items of one status and one package stand together: what is done is done to them at once. */
export function statusGroups(order: Order, actionsFor: (items: OrderItem[]) => Html): Html {
  const groups = new Map<string, OrderItem[]>();
  for (const item of order.items) {
    const key = `${item.status} ${item.packageId}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return html`${[...groups.values()].map((items) => group(items, actionsFor(items)))}`;
}

function group(items: OrderItem[], actions: Html): Html {
  const [first] = items;
  if (!first) return html``;
  const { name, tone } = STATUS_WORDS[first.status];
  return html`<section class="group">
    <p class="row center soft tight"><span class="chip ${tone}">${name}</span>
      ${first.packageId ? html`<span>Kiện ${first.packageId} · ${first.trackingCode}</span>` : ''}
      ${first.reason ? html`<span>Lý do: ${first.reason}</span>` : ''}</p>
    <ul>${items.map((item) => html`<li>${item.name} <span class="soft">${item.sellerSku} · ${dong(item.itemPrice)}</span></li>`)}</ul>
    ${actions}
  </section>`;
}
