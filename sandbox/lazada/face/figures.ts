const SHOP_OFFSET_MS = 7 * 3_600_000;

/** `1.234.567 ₫` (spec R6.1). */
export function dong(amount: number): string {
  return `${String(Math.round(amount)).replace(/\B(?=(\d{3})+(?!\d))/g, '.')} ₫`;
}

/** `02/03/2026 09:00`, the shop's time. */
export function moment(at: number): string {
  const local = new Date(at + SHOP_OFFSET_MS).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`;
}
