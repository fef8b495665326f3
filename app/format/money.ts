/** `1.234.567 ₫`, the same in both languages: merchants compare it with Haravan and Lazada (spec R6.1). */
const dong = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND', maximumFractionDigits: 0 });

export const formatDong = (amount: number): string => dong.format(amount);

const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });

/** `1.234` */
export const formatCount = (count: number): string => whole.format(count);

/** What people type or paste: `1.234.567`, `1234567`, `1,234,567`, with or without ₫. null = not a whole sum. */
export function parseDong(text: string): number | null {
  const bare = text.replace(/[\s\u00a0₫đ]/giu, '');
  if (!/^\d+$|^\d{1,3}([.,]\d{3})+$/.test(bare)) return null;
  return Number(bare.replace(/[.,]/g, ''));
}
