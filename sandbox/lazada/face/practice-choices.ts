import type { Fault } from '../../core/faults';

export type FaultChoice = { key: string; name: string; fault: Pick<Fault, 'kind' | 'code' | 'message' | 'status'> };

/** Faults by the names people know them by. */
export const FAULT_CHOICES: readonly FaultChoice[] = [
  { key: 'down', name: 'Lazada lỗi 503', fault: { kind: 'status', status: 503 } },
  { key: 'html', name: 'Trang lỗi HTML', fault: { kind: 'html' } },
  { key: 'timeout', name: 'Không trả lời', fault: { kind: 'timeout' } },
  { key: 'reset', name: 'Ngắt kết nối', fault: { kind: 'reset' } },
  { key: 'slow', name: 'Chậm 3 giây', fault: { kind: 'slow' } },
  { key: 'throttle', name: 'Gọi quá nhanh (ApiCallLimit)', fault: { kind: 'throttle' } },
  { key: 'lost', name: 'Đã làm nhưng mất câu trả lời', fault: { kind: 'lost-answer' } },
  { key: 'partial', name: 'Cứ hai dòng hỏng một', fault: { kind: 'partial-batch' } },
  { key: 'empty', name: 'Danh sách rỗng như không có đơn', fault: { kind: 'empty-list' } },
  { key: 'token', name: 'Báo token hết hạn', fault: { kind: 'expired-token' } },
  {
    key: 'address',
    name: 'IP không được phép',
    fault: {
      kind: 'refusal',
      code: 'AppWhiteIpLimit',
      message: 'The binding IP whitelist of the app does not contain the source IP',
    },
  },
];

export const FAULT_PLACES = [
  { key: 'all', name: 'Mọi lời gọi', path: '^/rest/' },
  { key: 'goods', name: 'Giá và tồn kho', path: '^/rest/product/(price_quantity|stock)' },
  { key: 'orders', name: 'Đọc đơn hàng', path: '^/rest/orders?/(items/)?get$' },
  { key: 'shipping', name: 'Đóng gói và giao', path: '^/rest/order/(fulfill|package)/' },
] as const;
