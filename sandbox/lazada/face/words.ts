import type { ItemStatus } from '../item-states';
import type { ReverseKind, ReverseState } from '../reverse/reverse-order';

export type Tone = 'open' | 'moving' | 'done' | 'lost';

/** What a status is called, how it looks, and what the button that leads there says. */
export const STATUS_WORDS: Record<ItemStatus, { name: string; tone: Tone; act: string }> = {
  unpaid: { name: 'Chờ thanh toán', tone: 'open', act: 'Chờ thanh toán' },
  pending: { name: 'Chờ xử lý', tone: 'open', act: 'Đưa về chờ xử lý' },
  topack: { name: 'Chờ đóng gói', tone: 'open', act: 'Chuyển sang chờ đóng gói' },
  packed: { name: 'Đã đóng gói', tone: 'open', act: 'Đóng gói' },
  repacked: { name: 'Đóng gói lại', tone: 'open', act: 'Tháo gói để đóng lại' },
  ready_to_ship_pending: { name: 'Đang xác nhận giao', tone: 'moving', act: 'Chờ xác nhận giao' },
  ready_to_ship: { name: 'Sẵn sàng giao', tone: 'moving', act: 'Sẵn sàng giao hàng' },
  toship: { name: 'Chờ lấy hàng', tone: 'moving', act: 'Chờ lấy hàng' },
  transit_to_ship: { name: 'Đang đến lấy hàng', tone: 'moving', act: 'Bưu tá đang đến' },
  shipped: { name: 'Đang giao', tone: 'moving', act: 'Bưu tá đã lấy hàng' },
  delivered: { name: 'Đã giao', tone: 'done', act: 'Giao thành công' },
  confirmed: { name: 'Đã nhận hàng', tone: 'done', act: 'Người mua xác nhận' },
  failed: { name: 'Giao lỗi', tone: 'lost', act: 'Giao lỗi' },
  failed_delivery: { name: 'Giao thất bại', tone: 'lost', act: 'Giao thất bại' },
  lost: { name: 'Thất lạc', tone: 'lost', act: 'Thất lạc' },
  lost_by_3pl: { name: 'ĐVVC làm mất', tone: 'lost', act: 'ĐVVC làm mất' },
  damaged: { name: 'Hư hỏng', tone: 'lost', act: 'Hư hỏng' },
  damaged_by_3pl: { name: 'ĐVVC làm hỏng', tone: 'lost', act: 'ĐVVC làm hỏng' },
  shipped_back: { name: 'Đang hoàn về', tone: 'lost', act: 'Hoàn về người bán' },
  shipped_back_success: { name: 'Đã hoàn về', tone: 'done', act: 'Người bán đã nhận lại' },
  shipped_back_failed: { name: 'Hoàn về thất bại', tone: 'lost', act: 'Hoàn về thất bại' },
  package_scrapped: { name: 'Đã tiêu hủy', tone: 'lost', act: 'Tiêu hủy kiện hàng' },
  return_to_seller: { name: 'Trả về người bán', tone: 'lost', act: 'Trả về người bán' },
  rtm_init: { name: 'Đang xin trả hàng', tone: 'lost', act: 'Xin trả hàng' },
  returned: { name: 'Đã trả hàng', tone: 'done', act: 'Đã trả hàng' },
  canceled: { name: 'Đã hủy', tone: 'lost', act: 'Hủy' },
};

export const REVERSE_WORDS: Record<ReverseState, { name: string; act: string }> = {
  initiated: { name: 'Mới yêu cầu', act: 'Mở yêu cầu' },
  agreed: { name: 'Đã đồng ý', act: 'Đồng ý' },
  shipping_back: { name: 'Đang gửi về', act: 'Người mua đã gửi hàng' },
  received: { name: 'Đã nhận hàng trả', act: 'Đã nhận hàng trả' },
  refunded: { name: 'Đã hoàn tiền', act: 'Hoàn tiền' },
  rejected: { name: 'Đã từ chối', act: 'Từ chối' },
  withdrawn: { name: 'Người mua rút lại', act: 'Người mua rút lại' },
  disputed: { name: 'Đang khiếu nại', act: 'Khiếu nại lên Lazada' },
  canceled: { name: 'Đã hủy', act: 'Hủy' },
};

export const REVERSE_KIND_WORDS: Record<ReverseKind, string> = {
  CANCEL: 'Hủy đơn',
  RETURN: 'Trả hàng',
  ONLY_REFUND: 'Chỉ hoàn tiền',
};
