import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Face } from './face';
import { type Html, page } from './layout';

export function chooseShop(c: Context, { platform }: Face, side: 'shop' | 'seller'): Html {
  const sellers = [...platform.store.sellers.values()];
  return page(
    c,
    { title: 'Chọn gian hàng', side },
    sellers.length === 0
      ? html`<p class="card">Sân tập chưa có gian hàng nào.</p>`
      : html`<ul class="grid">${sellers.map(
          (seller) => html`<li class="card goods">
            <strong>${seller.name}</strong>
            <span class="soft">${seller.sellerId} · ${seller.skus.size} SKU · ${seller.orders.size} đơn</span>
            <a class="button main" href="/${side}/${seller.sellerId}">${side === 'shop' ? 'Vào mua hàng' : 'Vào quản lý'}</a>
          </li>`,
        )}</ul>`,
  );
}
