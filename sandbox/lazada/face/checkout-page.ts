import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Seller, Sku } from '../entities';
import { dong } from './figures';
import { shopFrame } from './frames';
import { type Html, page } from './layout';

export type Basket = { sku: Sku; quantity: number }[];

/** Name of the field that holds a SKU's quantity. */
export const QUANTITY_FIELD = /^sku(\d+)$/;

/** Who buys, how it is paid, and the money besides the goods. */
export function checkoutPage(c: Context, seller: Seller, basket: Basket): Html {
  const total = basket.reduce((sum, { sku, quantity }) => sum + (sku.specialPrice ?? sku.price) * quantity, 0);
  const empty = html`<p class="card">Chưa chọn sản phẩm nào. <a href="/shop/${seller.sellerId}">Quay lại mua hàng</a></p>`;
  const form = html`<form method="post" action="/shop/${seller.sellerId}/orders">
    <section class="card"><h2>Sản phẩm</h2>
      <table><thead><tr><th>Sản phẩm</th><th class="number">Số lượng</th><th class="number">Thành tiền</th></tr></thead>
        <tbody>${basket.map((line) => basketRow(seller, line))}</tbody>
        <tfoot><tr><th colspan="2">Tiền hàng</th><td class="number"><b>${dong(total)}</b></td></tr></tfoot></table>
    </section>
    ${paymentFields()}${buyerFields()}
    <div class="foot"><a href="/shop/${seller.sellerId}">Quay lại</a><button class="main">Xác nhận đặt hàng</button></div>
  </form>`;
  return page(c, { title: 'Đặt hàng', ...shopFrame(seller) }, basket.length === 0 ? empty : form);
}

function basketRow(seller: Seller, { sku, quantity }: Basket[number]): Html {
  const name = seller.items.get(sku.itemId)?.name ?? '';
  return html`<tr><td>${name}<br /><span class="soft">${sku.sellerSku}</span></td>
    <td class="number">${quantity}<input type="hidden" name="sku${sku.skuId}" value="${quantity}" /></td>
    <td class="number">${dong((sku.specialPrice ?? sku.price) * quantity)}</td></tr>`;
}

function paymentFields(): Html {
  return html`<section class="card"><h2>Thanh toán</h2>
    <div role="radiogroup" aria-label="Cách thanh toán">
      <label class="inline"><input type="radio" name="payment" value="cod" checked />Thanh toán khi nhận hàng (COD)</label>
      <label class="inline"><input type="radio" name="payment" value="paid" />Ví MoMo, trả ngay</label>
      <label class="inline"><input type="radio" name="payment" value="later" />Ví MoMo, trả sau trong 30 phút</label>
    </div>
    <div class="fields">
      ${field('shippingFee', 'Phí vận chuyển người mua trả (₫)', '17700')}
      ${field('shippingFeePlatformDiscount', 'Lazada giảm phí vận chuyển (₫)', '20000')}
      ${field('voucherSeller', 'Mã giảm của shop (₫)', '0')}
      ${field('voucherPlatform', 'Mã giảm của Lazada (₫)', '0')}
    </div></section>`;
}

function buyerFields(): Html {
  return html`<section class="card"><h2>Người nhận</h2><div class="fields">
    ${field('name', 'Họ và tên', 'Nguyễn Văn Minh')}${field('phone', 'Điện thoại', '0912345659')}
    ${field('province', 'Tỉnh/Thành phố', 'Hồ Chí Minh')}${field('district', 'Quận/Huyện', 'Quận 7')}
    ${field('ward', 'Phường/Xã', 'Phường Tân Phú')}${field('address', 'Địa chỉ', '12 Nguyễn Thị Thập')}
  </div></section>`;
}

function field(name: string, label: string, value: string): Html {
  return html`<label>${label}<input name="${name}" value="${value}" autocomplete="off" /></label>`;
}
