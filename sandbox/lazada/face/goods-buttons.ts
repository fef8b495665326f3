import type { Hono } from 'hono';
import type { ReviewState } from '../entities';
import type { Face } from './face';
import { refuse, wholeNumber } from './press';
import { button, type Pressed } from './seller-button';

const MINUTE_MS = 60_000;
const KINDS: readonly string[] = ['ownFleet', 'digital', 'fulfilledByLazada'];
const REVIEWS: readonly ReviewState[] = ['pending', 'approved', 'rejected', 'locked'];

/** What the seller does with SKUs, Lazada's campaigns and its quality control. */
export function addGoodsButtons(app: Hono, face: Face): void {
  const { control, platform } = face;
  const figures = (field: Pressed['field']) => ({
    sellerSku: field('sellerSku') || refuse('chưa nhập mã SKU.'),
    price: wholeNumber(field('price'), 'Giá', 1),
    sellable: wholeNumber(field('sellable'), 'Số lượng'),
  });
  button(app, face, 'skus', 'Đã thêm SKU.', ({ sellerId, field }) => {
    const itemId = field('itemId') === '' ? {} : { itemId: Number(field('itemId')) };
    const kind = KINDS.includes(field('kind')) ? { [field('kind')]: true } : {};
    control.createSku({ sellerId, ...figures(field), ...itemId, ...kind, name: field('name') || undefined });
  });
  button(app, face, 'skus/:skuId', 'Đã lưu SKU.', ({ sellerId, param, field }) => {
    const status = field('status') === 'inactive' ? 'inactive' : 'active';
    control.editSku({ sellerId, skuId: Number(param('skuId')), set: { ...figures(field), status } });
  });
  button(app, face, 'skus/:skuId/delete', 'Đã xóa SKU.', ({ sellerId, param }) =>
    control.deleteSku({ sellerId, skuId: Number(param('skuId')) }),
  );
  button(app, face, 'skus/:skuId/campaign', 'Đã đổi chiến dịch.', ({ sellerId, param, field }) => {
    const campaignLock = wholeNumber(field('lock'), 'Số lượng khóa');
    const lasts = campaignLock === 0 ? null : wholeNumber(field('minutes'), 'Số phút', 1) * MINUTE_MS;
    const campaignEndsAt = lasts === null ? null : platform.clock.now() + lasts;
    control.editSku({ sellerId, skuId: Number(param('skuId')), set: { campaignLock, campaignEndsAt } });
  });
  button(app, face, 'items/:itemId/review', 'Đã duyệt sản phẩm.', ({ sellerId, param, field }) => {
    const state = REVIEWS.find((one) => one === field('state')) ?? refuse('không có kết quả này.');
    control.reviewItem({ sellerId, itemId: Number(param('itemId')), state, reason: field('reason') });
  });
}
