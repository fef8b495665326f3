/** `1.234.567 ₫` */
export const dong = (amount: number): string => `${Math.round(amount).toLocaleString('vi-VN')} ₫`;

const MOMENT = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `10/03/2026 09:00`, in the shop's time zone. */
export function moment(at: number): string {
  const parts = Object.fromEntries(MOMENT.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}`;
}
