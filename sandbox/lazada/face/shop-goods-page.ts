import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Item, Seller, Sku } from '../entities';
import { dong } from './figures';
import { type Html, page } from './layout';
import { matches, pageOf } from './pager';
import { shopFrame } from './frames';

type Offer = { item: Item; sku: Sku };

/** What buyers see: goods on sale with price and what is left. Quantities go to the checkout in one form. */
export function goodsPage(c: Context, seller: Seller): Html {
  const query = c.req.query('tim') ?? '';
  const { rows, links } = pageOf(c, offersOf(seller, query));
  return page(
    c,
    { title: 'Sản phẩm đang bán', ...shopFrame(seller) },
    html`<form method="get" class="row" role="search">
        <label>Tìm sản phẩm hoặc mã SKU<input type="search" name="tim" value="${query}" /></label><button>Tìm</button>
      </form>
      ${rows.length === 0 ? html`<p class="card">Không có sản phẩm nào đang bán khớp với tìm kiếm.</p>` : orderForm(seller, rows)}
      ${links}`,
  );
}

function offersOf(seller: Seller, query: string): Offer[] {
  return [...seller.items.values()]
    .filter((item) => !item.deleted && item.review.state === 'approved')
    .flatMap((item) => item.skus.map((sku) => ({ item, sku })))
    .filter(({ sku }) => sku.status === 'active')
    .filter(({ item, sku }) => matches(`${item.name} ${sku.sellerSku}`, query));
}

function orderForm(seller: Seller, offers: readonly Offer[]): Html {
  return html`<form method="get" action="/shop/${seller.sellerId}/checkout">
    <ul class="grid">${offers.map(offerCard)}</ul>
    <div class="foot"><span class="hide-small">Nhập số lượng cho từng sản phẩm rồi đặt hàng.</span><button class="main">Đặt hàng</button></div>
  </form>`;
}

function offerCard({ item, sku }: Offer): Html {
  const price = sku.specialPrice ?? sku.price;
  return html`<li class="card goods">
    <div class="picture" aria-hidden="true">${initials(item.name)}</div>
    <strong>${item.name}</strong><span class="soft">${sku.sellerSku}</span>
    <span class="price">${dong(price)} ${sku.specialPrice === null ? '' : html`<s>${dong(sku.price)}</s>`}</span>
    <span class="soft">${sku.sellable > 0 ? `Còn ${sku.sellable} sản phẩm` : 'Hết hàng'}</span>
    <label>Số lượng<input type="number" name="sku${sku.skuId}" min="0" max="${Math.max(0, sku.sellable)}" inputmode="numeric"
      placeholder="0" ${sku.sellable > 0 ? '' : 'disabled'} /></label>
  </li>`;
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
