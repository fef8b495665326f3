import { html, raw } from 'hono/html';
import type { Org } from '../entities/org';
import type { Product, Variant } from '../entities/product';
import { stockKey } from '../entities/stock';
import type { Platform } from '../platform';
import { adminPath } from './admin-parts';
import { type Html, layout, notice } from './layout';
import { nameOf, variantsOf } from './products-page';

type Said = { done?: string; error?: string };

/** One product: each variant's price, codes, policy, and stock per location. */
export function productPage(platform: Platform, org: Org, product: Product, { done, error }: Said) {
  const path = adminPath(org, `products/${product.id}`);
  const variants = variantsOf(org, product);
  const main = html`<main class="text"><div class="head"><h1>${product.title}</h1>
<a class="button plain" href="${adminPath(org, 'products')}">Danh sách</a></div>${notice(done, error)}
<form method="post" action="${path}">${variants.map((variant) => variantFields(org, product, variant))}
<p class="save"><button type="submit">Cập nhật</button></p></form>
<section class="card"><h2>Thêm biến thể</h2><form method="post" action="${path}/variants" class="grid" style="align-items:end">
${product.options.map((option, index) => field(option.name, html`<input name="option" required maxlength="255" aria-label="${option.name} ${index + 1}" />`))}
${newVariantFields()}<button type="submit" class="plain">Thêm biến thể</button></form></section>
<section class="card"><h2>Xóa</h2><div class="row">${variants.length > 1 ? variants.map((variant) => deleteForm(path, product, variant)) : ''}
<form method="post" action="${path}/delete" data-ask="Xóa sản phẩm này?"><button class="danger" type="submit">Xóa sản phẩm</button></form></div></section></main>`;
  return layout({ platform, org, place: 'products', title: product.title }, main);
}

export function newProductPage(platform: Platform, org: Org, error?: string) {
  const main = html`<main class="text"><h1>Thêm sản phẩm</h1>${notice(undefined, error)}
<section class="card"><form method="post" action="${adminPath(org, 'products/new')}" class="grid" style="align-items:end">
${field('Tên sản phẩm', html`<input name="title" required maxlength="255" />`)}${newVariantFields()}
<button type="submit">Thêm sản phẩm</button></form></section></main>`;
  return layout({ platform, org, place: 'products', title: 'Thêm sản phẩm' }, main);
}

const field = (label: string, input: Html) => html`<label class="field">${label}${input}</label>`;
const checked = (is: boolean) => raw(is ? 'checked' : '');

function newVariantFields() {
  return html`${field('Mã vạch', html`<input name="barcode" maxlength="255" />`)}
${field('Giá (₫)', html`<input name="price" type="number" min="0" step="any" value="100000" required />`)}
${field('Tồn ở kho mặc định', html`<input name="stock" type="number" step="1" value="10" required />`)}`;
}

function variantFields(org: Org, product: Product, variant: Variant) {
  const name = (key: string) => `${variant.id}.${key}`;
  const policies = [
    ['deny', 'Ngừng bán'],
    ['continue', 'Vẫn cho đặt'],
  ] as const;
  return html`<fieldset><legend>${nameOf(product, variant)}</legend><div class="grid">
${field('Mã vạch (barcode)', html`<input name="${name('barcode')}" value="${variant.barcode ?? ''}" maxlength="255" />`)}
${field('SKU', html`<input name="${name('sku')}" value="${variant.sku}" maxlength="255" />`)}
${field('Giá (₫)', html`<input name="${name('price')}" type="number" min="0" step="any" value="${variant.price}" required />`)}
${field('Giá so sánh (₫)', html`<input name="${name('compare')}" type="number" min="0" step="any" value="${variant.compareAtPrice}" />`)}
${field(
  'Khi hết hàng',
  html`<select name="${name('policy')}">${policies.map(([value, label]) => html`<option value="${value}" ${raw(value === variant.policy ? 'selected' : '')}>${label}</option>`)}</select>`,
)}
<label class="check"><input type="checkbox" name="${name('tracked')}" ${checked(variant.tracked)} />Quản lý tồn kho</label>
${org.locations.map((location) => {
  const row = org.stock.get(stockKey(location.id, variant.id));
  const held = row && row.committed !== 0 ? ` (đặt ${row.committed})` : '';
  return field(
    `Tồn: ${location.name}${held}`,
    html`<input name="${name(`stock.${location.id}`)}" type="number" step="1" value="${row?.onHand ?? ''}" placeholder="chưa có" />`,
  );
})}</div></fieldset>`;
}

function deleteForm(path: string, product: Product, variant: Variant) {
  return html`<form method="post" action="${path}/variants/${variant.id}/delete" data-ask="Xóa biến thể ${nameOf(product, variant)}?">
<button class="danger" type="submit">Xóa ${nameOf(product, variant)}</button></form>`;
}
