import type { Context } from 'hono';
import { html } from 'hono/html';
import { campaignLockOf } from '../buckets';
import type { Item, Seller, Sku } from '../entities';
import { dong } from './figures';
import { sellerFrame } from './frames';
import { type Html, page } from './layout';
import { matches, pageOf } from './pager';

const REVIEW_WORDS = { pending: 'Chờ duyệt', approved: 'Đang bán', rejected: 'Bị từ chối', locked: 'Bị khóa' };

/** The catalog: stock in its buckets, price, name of the SKU, campaign locks. */
export function sellerProductsPage(c: Context, seller: Seller, now: number): Html {
  const query = c.req.query('tim') ?? '';
  const found = [...seller.items.values()].filter(
    (item) => !item.deleted && matches(`${item.name} ${item.skus.map((sku) => sku.sellerSku).join(' ')}`, query),
  );
  const { rows, links } = pageOf(c, found);
  const base = `/seller/${seller.sellerId}`;
  return page(
    c,
    { title: 'Sản phẩm', ...sellerFrame(seller) },
    html`<form method="get" class="row" role="search">
        <label>Tìm sản phẩm hoặc mã SKU<input type="search" name="tim" value="${query}" /></label><button>Tìm</button></form>
      ${newSkuForm(base)}<p class="soft">${found.length} sản phẩm</p>
      ${rows.map((item) => itemCard(base, item, now))}${links}`,
  );
}

function newSkuForm(base: string): Html {
  return html`<details class="card"><summary>Thêm sản phẩm mới</summary>
    <form method="post" action="${base}/skus"><div class="fields">
      ${input('name', 'Tên sản phẩm', '')}${input('sellerSku', 'Mã SKU (SellerSku)', '')}
      ${input('price', 'Giá (₫)', '100000')}${input('sellable', 'Số lượng bán được', '10')}
      <label>Vận chuyển<select name="kind"><option value="">Đơn vị vận chuyển của Lazada</option><option value="ownFleet">Shop tự giao</option>
        <option value="digital">Hàng số</option><option value="fulfilledByLazada">Kho Lazada (FBL)</option></select></label>
    </div><button class="main">Thêm</button></form></details>`;
}

function itemCard(base: string, item: Item, now: number): Html {
  return html`<article class="card"><header><h2>${item.name}</h2>
      <span class="soft">${item.itemId} · ${REVIEW_WORDS[item.review.state]}</span></header>
    ${item.skus.map((sku) => skuForm(base, sku, now))}
    <details><summary>Thêm SKU, duyệt sản phẩm</summary>
      <form method="post" action="${base}/skus"><input type="hidden" name="itemId" value="${item.itemId}" /><div class="fields">
        ${input('sellerSku', 'Mã SKU mới', '')}${input('price', 'Giá (₫)', '100000')}${input('sellable', 'Số lượng bán được', '10')}
      </div><button>Thêm SKU vào sản phẩm này</button></form>
      <form method="post" action="${base}/items/${item.itemId}/review" class="row"><label>Kết quả duyệt<select name="state">
        ${Object.entries(REVIEW_WORDS).map(([state, name]) => html`<option value="${state}">${name}</option>`)}</select></label>
        <label>Lý do<input name="reason" /></label><button>Duyệt</button></form>
    </details></article>`;
}

function skuForm(base: string, sku: Sku, now: number): Html {
  const lock = campaignLockOf(sku, now);
  const path = `${base}/skus/${sku.skuId}`;
  return html`<section class="sku">
    <p class="soft tight">Trong đơn ${sku.occupied} · Giữ chờ thanh toán ${sku.withheld}
      ${sku.specialPrice === null ? '' : html` · Giá khuyến mãi ${dong(sku.specialPrice)}`}
      ${lock > 0 ? html` · <span class="chip open">Chiến dịch khóa ${lock}</span>` : ''}</p>
    <form method="post" action="${path}"><div class="fields">
      <label class="wide">Mã SKU<input name="sellerSku" value="${sku.sellerSku}" autocomplete="off" /></label>
      ${input('price', 'Giá (₫)', String(sku.price))}${input('sellable', 'Bán được', String(sku.sellable))}
      <label>Trạng thái<select name="status"><option value="active">Đang bán</option>
        <option value="inactive" ${sku.status === 'inactive' ? 'selected' : ''}>Ngừng bán</option></select></label>
      <button class="main" aria-label="Lưu ${sku.sellerSku}">Lưu</button></div>
    </form>
    <details><summary>Chiến dịch, xóa</summary><div class="row">
      <form method="post" action="${path}/campaign" class="row">${input('lock', 'Số lượng khóa', String(lock || 5))}
        ${input('minutes', 'Trong (phút)', '60')}<button>Bắt đầu chiến dịch</button></form>
      <form method="post" action="${path}/campaign"><input type="hidden" name="lock" value="0" /><button>Kết thúc chiến dịch</button></form>
      <form method="post" action="${path}/delete" data-ask="Xóa SKU này khỏi Lazada?"><button class="danger">Xóa SKU</button></form>
    </div></details>
  </section>`;
}

function input(name: string, label: string, value: string): Html {
  return html`<label>${label}<input name="${name}" value="${value}" autocomplete="off" /></label>`;
}
