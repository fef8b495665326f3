import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Org } from '../entities/org';
import { DEFAULT_VALUE, type Product, type Variant, variantTitle } from '../entities/product';
import type { Platform } from '../platform';
import { stockTotals } from '../stock';
import { adminPath, channelPath } from './admin-parts';
import { dong } from './format';
import { layout, notice } from './layout';
import { matches, paged, pager } from './paging';

export const variantsOf = (org: Org, { variantIds }: Product): Variant[] =>
  variantIds.flatMap((id) => org.variants.get(id) ?? []);

/** Search, and the bulk action that merchants know (haravan.md §6.3). */
export function productsPage(platform: Platform, org: Org, c: Context) {
  const query = c.req.query('q') ?? '';
  const found = [...org.products.values()].filter((product) =>
    matches(query, product.title, ...variantsOf(org, product).flatMap(({ sku, barcode }) => [sku, barcode])),
  );
  const page = paged(c, found);
  const rows = page.rows.map((product) => productRow(platform, org, product));
  const table = html`<form method="post" action="${adminPath(org, 'products/bulk')}">
<div class="row" style="margin-bottom:12px"><label class="field">Thao tác
<select name="action"><option value="publish">Đăng lên kênh bán hàng</option><option value="delete">Xóa sản phẩm</option></select></label>
<button type="submit" class="plain" data-ask="Thực hiện với các sản phẩm đã chọn?">Áp dụng</button></div>
<table class="stack"><thead><tr><th><label><span class="sr">Chọn tất cả</span><input type="checkbox" data-all="ids" /></label></th>
<th>Sản phẩm</th><th>Mã vạch</th><th class="right">Giá</th><th class="right">Có thể bán</th></tr></thead><tbody>${rows}</tbody></table></form>`;
  const main = html`<main class="text"><div class="head"><h1>Sản phẩm</h1>
<a class="button" href="${adminPath(org, 'products/new')}">Thêm sản phẩm</a></div>${notice(c.req.query('done'))}
<section class="card"><form class="row" method="get" role="search"><label class="field grow">Tìm theo tên, SKU, mã vạch
<input name="q" type="search" value="${query}" /></label><button type="submit">Tìm</button></form></section>
<section class="card">${found.length > 0 ? table : html`<p class="empty">Không có sản phẩm nào${query ? ' khớp với tìm kiếm' : ''}.</p>`}
${pager(c, page)}</section></main>`;
  return layout({ platform, org, place: 'products', title: 'Sản phẩm' }, main);
}

function productRow(platform: Platform, org: Org, product: Product) {
  const variants = variantsOf(org, product);
  const prices = variants.map(({ price }) => price);
  const available = variants.filter(({ tracked }) => tracked).map(({ id }) => stockTotals(org, id).available);
  const missing = variants.filter(({ barcode }) => !barcode).length;
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const image = product.images[0]?.src;
  const codes = variants.length === 1 ? (variants[0]?.barcode ?? '—') : `${variants.length} biến thể`;
  return html`<tr>
<td class="lead"><label class="pick"><span class="sr">Chọn ${product.title}</span><input type="checkbox" name="ids" value="${product.id}" />
${image ? html`<img class="thumb" src="${pictureAddress(platform, image)}" alt="" loading="lazy" />` : ''}</label></td>
<td class="wide"><a href="${adminPath(org, `products/${product.id}`)}">${product.title}</a></td>
<td data-label="Mã vạch">${codes}${missing > 0 ? html` <span class="pill warn">thiếu ${missing} mã vạch</span>` : ''}</td>
<td class="right" data-label="Giá">${prices.length === 0 ? '—' : low === high ? dong(low) : `${dong(low)} – ${dong(high)}`}</td>
<td class="right" data-label="Có thể bán">${available.length === 0 ? 'Không quản lý' : available.reduce((sum, units) => sum + units, 0)}</td></tr>`;
}

const pictureAddress = ({ publicUrl }: Platform, src: string): string =>
  src.startsWith('/') ? src : src.startsWith(publicUrl()) || /^https?:/.test(src) ? src : '';

export const nameOf = (product: Product, variant: Variant): string =>
  variantTitle(variant) === DEFAULT_VALUE ? product.title : variantTitle(variant);

/** Where publishing goes on: the channel's own page, as no address for the chosen products is known (haravan.md §2.25). */
export function publishPath(platform: Platform, org: Org): string {
  const page = platform.app.pages?.find(({ label }) => label === 'Sản phẩm');
  return `${channelPath(org, platform)}${page ? `?page=${encodeURIComponent(page.path)}` : ''}`;
}
