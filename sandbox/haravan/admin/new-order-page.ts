import { html } from 'hono/html';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { adminPath } from './admin-parts';
import { dong } from './format';
import { layout, notice } from './layout';
import { nameOf, variantsOf } from './products-page';

/** An order of another channel, so that stock moves without Lazada. */
export function newOrderPage(platform: Platform, org: Org, error?: string) {
  const goods = [...org.products.values()].map(
    (product) =>
      html`<optgroup label="${product.title}">${variantsOf(org, product).map(
        (variant) => html`<option value="${variant.id}">${nameOf(product, variant)} · ${dong(variant.price)}</option>`,
      )}</optgroup>`,
  );
  const places = org.locations.map(({ id, name }) => html`<option value="${id}">${name}</option>`);
  const main = html`<main class="text"><h1>Tạo đơn hàng</h1>${notice(undefined, error)}<section class="card">
<p class="muted">Đơn của khách mua tại cửa hàng: hàng được giữ ở kho đã chọn, như đơn của một kênh khác.</p>
<form method="post" action="${adminPath(org, 'orders/new')}" class="row">
<label class="field grow">Biến thể<select name="variant" required>${goods}</select></label>
<label class="field">Số lượng<input name="quantity" type="number" min="1" step="1" value="1" required /></label>
<label class="field">Kho<select name="location">${places}</select></label>
<button type="submit">Tạo đơn hàng</button></form></section></main>`;
  return layout({ platform, org, place: 'orders', title: 'Tạo đơn hàng' }, main);
}
