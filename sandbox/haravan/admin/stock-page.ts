import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Org } from '../entities/org';
import { DEFAULT_VALUE, variantTitle } from '../entities/product';
import { stockKey } from '../entities/stock';
import type { Platform } from '../platform';
import { adminPath } from './admin-parts';
import { layout } from './layout';
import { matches, paged, pager } from './paging';

/** Tồn / đặt / khả dụng per location (haravan.md §5.4). */
export function stockPage(platform: Platform, org: Org, c: Context) {
  const query = c.req.query('q') ?? '';
  const all = [...org.variants.values()].flatMap((variant) => {
    const product = org.products.get(variant.productId);
    return product ? [{ variant, product }] : [];
  });
  const found = all.filter(({ variant, product }) =>
    matches(query, product.title, variantTitle(variant), variant.sku, variant.barcode),
  );
  const page = paged(c, found);
  const rows = page.rows.map(({ variant, product }) => {
    const title = variantTitle(variant) === DEFAULT_VALUE ? '' : ` – ${variantTitle(variant)}`;
    const cells = org.locations.map(({ id, name }) => {
      const row = org.stock.get(stockKey(id, variant.id));
      const figures = row ? `${row.onHand} / ${row.committed} / ${row.onHand - row.committed}` : '—';
      const incoming = row && row.incoming > 0 ? html`<br /><span class="muted">đang về ${row.incoming}</span>` : '';
      return html`<td class="right nowrap" data-label="${name}">${figures}${incoming}</td>`;
    });
    return html`<tr><td class="wide"><a href="${adminPath(org, `products/${product.id}`)}">${product.title}${title}</a></td>
<td data-label="Mã vạch">${variant.barcode ?? '—'}${variant.tracked ? '' : html` <span class="pill">không quản lý</span>`}</td>${cells}</tr>`;
  });
  const places = org.locations.map(({ name, isUnavailableQuantity, type }) => {
    const mark = isUnavailableQuantity ? ' (không bán)' : type === 'ontheroad' ? ' (đang chuyển)' : '';
    return html`<th class="right">${name}${mark}</th>`;
  });
  const table = html`<div class="scroll"><table class="stack"><thead><tr><th>Sản phẩm</th><th>Mã vạch</th>${places}</tr></thead><tbody>${rows}</tbody></table></div>`;
  const main = html`<main class="text"><h1>Tồn kho</h1><section class="card"><form class="row" method="get" role="search">
<label class="field grow">Tìm theo tên, SKU, mã vạch<input name="q" type="search" value="${query}" /></label><button type="submit">Tìm</button></form></section>
<section class="card"><p class="muted">Mỗi ô: tồn / đặt / khả dụng. Sửa tồn kho trong trang sản phẩm.</p>
${found.length > 0 ? table : html`<p class="empty">Không có biến thể nào khớp.</p>`}${pager(c, page)}</section></main>`;
  return layout({ platform, org, place: 'stock', title: 'Tồn kho' }, main);
}
