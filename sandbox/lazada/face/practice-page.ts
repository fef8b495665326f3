import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ActiveFault } from '../../core/faults';
import type { Seller } from '../entities';
import type { Face } from './face';
import { moment } from './figures';
import { sellerFrame } from './frames';
import { type Html, page } from './layout';
import { FAULT_CHOICES, FAULT_PLACES } from './practice-choices';

/** Bad days on request: access, the feed of notifications, and what the API answers. */
export function practicePage(c: Context, face: Face, seller: Seller): Html {
  const base = `/seller/${seller.sellerId}/practice`;
  return page(
    c,
    { title: 'Tình huống để luyện tập', ...sellerFrame(seller) },
    html`${accessCard(base, face, seller)}${pushCard(base, face)}${faultCard(base, face.faults.list())}`,
  );
}

function button(action: string, what: string, name: string, kind = ''): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="what" value="${what}" /><button class="${kind}">${name}</button></form>`;
}

function accessCard(base: string, { platform }: Face, seller: Seller): Html {
  const grant = platform.store.grants.findLast((candidate) => candidate.sellerId === seller.sellerId);
  const state = grant
    ? `Quyền truy cập đến ${momentOr(grant.accessExpiresAt)}, gia hạn được đến ${momentOr(grant.refreshExpiresAt)}.`
    : 'Chưa có ứng dụng nào được gian hàng này cho phép.';
  return html`<section class="card"><h2>Quyền truy cập</h2><p class="soft">${state}</p><div class="row">
    ${button(`${base}/access`, 'access', 'Hết hạn access token')}
    ${button(`${base}/access`, 'refresh', 'Hết hạn cả refresh token')}
    ${button(`${base}/access`, 'soon', 'Còn 24 giờ là hết hạn')}
    ${seller.status === 'ACTIVE' ? button(`${base}/access`, 'close', 'Lazada tạm ngưng gian hàng', 'danger') : button(`${base}/access`, 'open', 'Mở lại gian hàng', 'main')}
  </div></section>`;
}

function pushCard(base: string, { deliveries, control }: Face): Html {
  const modes = deliveries.modes();
  const now = [
    modes.lose === true ? 'mất hết' : modes.lose ? `mất ${Math.round(modes.lose * 100)} %` : '',
    modes.duplicate > 0 ? `lặp thêm ${modes.duplicate} lần` : '',
    modes.reorder ? 'đảo thứ tự' : '',
    modes.delayMs > 0 ? `chậm ${modes.delayMs / 1000} giây` : '',
  ].filter(Boolean);
  const stopped = html`<div class="note ask"><p>Lazada đã ngừng gửi vì quá nửa số lần gửi thất bại.</p>${button(`${base}/pushes`, 'resume', 'Bật gửi trở lại')}</div>`;
  return html`<section class="card"><h2>Thông báo gửi đến ứng dụng</h2>
    <p class="soft">Hiện tại: ${now.length === 0 ? 'bình thường' : now.join(', ')} · ${deliveries.pending()} tin đang chờ gửi.</p>
    ${control.pushesStopped() ? stopped : ''}
    <div class="row">${button(`${base}/pushes`, 'lose', 'Làm mất hết')}${button(`${base}/pushes`, 'half', 'Làm mất một nửa')}
      ${button(`${base}/pushes`, 'duplicate', 'Gửi lặp')}${button(`${base}/pushes`, 'reorder', 'Đảo thứ tự')}
      ${button(`${base}/pushes`, 'late', 'Chậm 60 giây')}${button(`${base}/pushes`, 'normal', 'Bình thường', now.length > 0 ? 'main' : '')}
      ${button(`${base}/pushes`, 'verify', 'Gửi tin thử (Verify)')}</div></section>`;
}

function faultCard(base: string, faults: readonly ActiveFault[]): Html {
  return html`<section class="card"><h2>Lỗi của API</h2>
    <form method="post" action="${base}/faults"><div class="fields">
      <label>Lỗi<select name="fault">${FAULT_CHOICES.map(({ key, name }) => html`<option value="${key}">${name}</option>`)}</select></label>
      <label>Ở đâu<select name="place">${FAULT_PLACES.map(({ key, name }) => html`<option value="${key}">${name}</option>`)}</select></label>
      <label>Bao nhiêu lần<select name="count"><option value="1">1 lần</option><option value="5">5 lần</option><option value="always">Mãi, đến khi tắt</option></select></label>
    </div><button class="main">Bật lỗi</button></form>
    ${
      faults.length === 0
        ? html`<p class="soft">Không có lỗi nào đang bật.</p>`
        : html`<table><thead><tr><th>Lỗi</th><th>Đã xảy ra</th><th class="number">Thao tác</th></tr></thead><tbody>${faults.map((fault) => faultRow(base, fault))}</tbody></table>`
    }</section>`;
}

function faultRow(base: string, { id, kind, code, hits, count }: ActiveFault): Html {
  const choice = FAULT_CHOICES.find((one) => one.fault.kind === kind && one.fault.code === code);
  return html`<tr><td>${choice?.name ?? kind}</td><td>${hits}${count === 'always' ? '' : `/${count}`}</td><td class="number">
    <form method="post" action="${base}/faults/off"><input type="hidden" name="id" value="${id}" /><button>Tắt</button></form></td></tr>`;
}

function momentOr(at: number): string {
  return Number.isFinite(at) ? moment(at) : 'không thời hạn';
}
