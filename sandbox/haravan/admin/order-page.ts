import { html } from 'hono/html';
import type { Fulfillment } from '../entities/fulfillment';
import { fulfillableOf, type Order } from '../entities/order';
import type { Org } from '../entities/org';
import { CARRIER_STATUS_NAMES, COD_STATUS_NAMES } from '../formatters/fulfillment';
import { historyOf } from '../history';
import { CARRIER_STEPS } from '../orders/carrier-status';
import { paymentsOf } from '../orders/payments';
import { subtotalPrice, totalPrice } from '../orders/totals';
import type { Platform } from '../platform';
import { adminPath } from './admin-parts';
import { dong, moment } from './format';
import { layout, notice } from './layout';
import { buyerOf, carrierPill, deliveryPill, moneyPill, statePill } from './order-words';

/** haravan.md §5.4; "declined" has no label there. */
const REASONS = [
  ['customer', 'Khách hàng đổi ý'],
  ['inventory', 'Hết hàng'],
  ['fraud', 'Đơn hàng giả mạo'],
  ['declined', 'Từ chối thanh toán'],
  ['other', 'Khác'],
] as const;

export function orderPage(platform: Platform, org: Org, order: Order, said: { done?: string; error?: string }) {
  const path = adminPath(org, `orders/${order.id}`);
  const main = html`<main class="text"><div class="head"><h1>Đơn hàng ${order.name}</h1>
<span>${statePill(order)} ${moneyPill(order)} ${deliveryPill(order)}</span>
<a class="button plain" href="${adminPath(org, 'orders')}">Danh sách</a></div>${notice(said.done, said.error)}
<p class="muted">${moment(order.createdAt)} · kênh ${order.sourceName ?? order.source ?? '—'} · ${locationName(org, order.locationId)}</p>
${actions(path, order)}<div class="columns"><div>${lines(org, order)}
${order.fulfillments.map((row) => shipment(org, order, row, path))}${timeline(platform, org, order)}</div>
<div>${money(order)}${buyer(org, order)}${remarks(order, path)}</div></div></main>`;
  return layout({ platform, org, place: 'orders', title: `Đơn hàng ${order.name}` }, main);
}

const locationName = (org: Org, wanted: number): string => org.locations.find(({ id }) => id === wanted)?.name ?? '—';

/** Only what the order's state allows. */
function actions(path: string, order: Order) {
  const isOpen = order.canceledAt === null;
  const canShip = isOpen && order.lines.some((line) => fulfillableOf(line) > 0);
  const button = (to: string, label: string, style = 'plain') =>
    html`<form method="post" action="${path}/${to}"><button type="submit" class="${style}">${label}</button></form>`;
  return html`<section class="card"><h2>Thao tác</h2><div class="row">
${isOpen && order.confirmedAt === null ? button('confirm', 'Xác thực đơn hàng', '') : ''}
${canShip ? html`<form method="post" action="${path}/fulfill" class="row"><label class="field">Mã vận đơn<input name="tracking" maxlength="60" size="16" /></label><button type="submit">Giao hàng</button></form>` : ''}
${isOpen && paymentsOf(order).outstanding > 0 ? button('pay', 'Xác nhận đã thu tiền') : ''}
${order.closedAt === null ? button('close', 'Lưu trữ') : button('open', 'Bỏ lưu trữ')}
${
  isOpen
    ? html`<form method="post" action="${path}/cancel" class="row" data-ask="Hủy đơn hàng ${order.name}?"><label class="field">Lý do hủy
<select name="reason">${REASONS.map(([value, label]) => html`<option value="${value}">${label}</option>`)}</select></label>
<label class="check"><input type="checkbox" name="restock" checked />Nhập lại kho</label><button class="danger" type="submit">Hủy đơn hàng</button></form>`
    : ''
}</div></section>`;
}

function lines(org: Org, order: Order) {
  const rows = order.lines.map((line) => {
    const product = line.productId === null ? undefined : org.products.get(line.productId);
    const name = line.variantTitle ? `${line.title} – ${line.variantTitle}` : line.title;
    return html`<tr><td class="wide">${product ? html`<a href="${adminPath(org, `products/${product.id}`)}">${name}</a>` : html`${name} <span class="pill">sản phẩm tùy chọn</span>`}
<br /><span class="muted">${line.sku ?? ''}</span></td><td class="right" data-label="Số lượng">${line.quantity}</td>
<td class="right nowrap" data-label="Đơn giá">${dong(line.price)}</td><td class="right nowrap" data-label="Thành tiền">${dong(line.price * line.quantity)}</td>
<td class="right" data-label="Còn giao">${fulfillableOf(line)}</td></tr>`;
  });
  return html`<section class="card"><h2>Sản phẩm</h2><table class="stack"><thead><tr><th>Sản phẩm</th><th class="right">Số lượng</th><th class="right">Đơn giá</th>
<th class="right">Thành tiền</th><th class="right">Còn giao</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

function shipment(org: Org, order: Order, row: Fulfillment, path: string) {
  const steps = Object.entries(CARRIER_STEPS).filter(([, { status }]) => status !== row.carrierStatus);
  const goods = row.lines.map(({ lineId, quantity, restocked }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return `${line?.title ?? lineId} × ${quantity}${restocked > 0 ? ` (đã nhập kho ${restocked})` : ''}`;
  });
  return html`<section class="card"><h2>Phiếu giao hàng ${row.trackingNumber ?? row.id} ${carrierPill(row.carrierStatus)}</h2>
<p>${goods.join(', ')} · ${locationName(org, row.locationId)} · ${row.trackingCompany ?? 'Tự giao'} · COD: ${COD_STATUS_NAMES[row.codStatus]}
${row.codAmount > 0 ? dong(row.codAmount) : ''}</p>
${
  row.status === 'success'
    ? html`<form method="post" action="${path}/shipments/${row.id}" class="row"><label class="field">Trạng thái giao hàng
<select name="state">${steps.map(([state, { status }]) => html`<option value="${state}">${CARRIER_STATUS_NAMES[status]}</option>`)}
${row.codAmount > 0 ? html`<option value="paid">COD: Đã thu</option><option value="receipt">COD: Đã nhận</option>` : ''}</select></label>
<button type="submit" class="plain">Cập nhật</button></form>`
    : ''
}</section>`;
}

function money(order: Order) {
  const { captured, refunded } = paymentsOf(order);
  const shipping = order.shippingLines.reduce((sum, { price }) => sum + price, 0);
  return html`<section class="card"><h2>Thanh toán</h2><dl><dt>Tiền hàng</dt><dd>${dong(subtotalPrice(order))}</dd>
<dt>Giảm giá</dt><dd>${dong(-order.totalDiscounts)}</dd><dt>Phí vận chuyển</dt><dd>${dong(shipping)}</dd>
<dt>Tổng cộng</dt><dd><strong>${dong(totalPrice(order))}</strong></dd><dt>Đã thu</dt><dd>${dong(captured)}</dd>
${refunded > 0 ? html`<dt>Đã hoàn</dt><dd>${dong(refunded)}</dd>` : ''}<dt>Phương thức</dt><dd>${order.gateway ?? '—'}</dd></dl></section>`;
}

function buyer(org: Org, order: Order) {
  const { address1, ward, district, province, phone } = order.shippingAddress ?? {};
  const place = [address1, ward, district, province].filter(Boolean).join(', ');
  return html`<section class="card"><h2>Khách hàng</h2><dl class="left"><dd>${buyerOf(org, order)}</dd><dd>${phone ?? ''}</dd><dd>${place || '—'}</dd><dd class="muted">${order.email}</dd></dl></section>`;
}

function remarks(order: Order, path: string) {
  const attributes = order.noteAttributes.map(({ name, value }) => html`<dt>${name}</dt><dd>${String(value)}</dd>`);
  return html`<section class="card"><h2>Ghi chú</h2><form method="post" action="${path}/edit">
<label class="field">Ghi chú<textarea name="note">${order.note ?? ''}</textarea></label>
<label class="field" style="margin:8px 0">Tag, cách nhau bằng dấu phẩy<input name="tags" value="${order.tags.join(', ')}" /></label>
<button type="submit" class="plain">Lưu</button></form>${attributes.length > 0 ? html`<h2 style="margin-top:16px">Thuộc tính</h2><dl class="left">${attributes}</dl>` : ''}</section>`;
}

function timeline(platform: Platform, org: Org, { id }: Order) {
  const events = historyOf(platform, org, { subjectType: 'Order', subjectId: id });
  return html`<section class="card"><h2>Lịch sử đơn hàng</h2><ul class="timeline">${events.map(
    ({ message, createdAt }) => html`<li>${message}<time>${moment(createdAt)}</time></li>`,
  )}</ul></section>`;
}
