import type { Seller } from '../entities';
import { type LedgerRow, ledgerOf } from './ledger';

/** A week of the account, Monday to Sunday of the shop. `from` and `to` are days, `to` included, as ms of their start. */
export type Statement = {
  number: string;
  from: number;
  to: number;
  rows: LedgerRow[];
  openingBalance: number;
  closingBalance: number;
  paid: boolean;
};

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const SHOP_OFFSET_MS = 7 * 3_600_000;
/** Monday, 5 January 1970. */
const FIRST_MONDAY_MS = 4 * DAY_MS;
/** Paid out on the third day after the week. */
const PAYOUT_DELAY_MS = 3 * DAY_MS;

/** Start of the week, in the shop's time, that holds the moment. */
export function weekOf(at: number): number {
  const local = at + SHOP_OFFSET_MS - FIRST_MONDAY_MS;
  return Math.floor(local / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS - SHOP_OFFSET_MS;
}

export function isPaidOut(row: LedgerRow, now: number): boolean {
  return !row.order.payoutHeld && weekOf(row.at) + WEEK_MS + PAYOUT_DELAY_MS <= now;
}

/** Weeks that are over, oldest first; a week in which nothing was booked has no statement. */
export function statementsOf(seller: Seller, now: number): Statement[] {
  const weeks = new Map<number, LedgerRow[]>();
  for (const row of ledgerOf(seller)) weeks.set(weekOf(row.at), [...(weeks.get(weekOf(row.at)) ?? []), row]);
  return [...weeks]
    .filter(([from]) => from + WEEK_MS <= now)
    .map(([from, rows]) => {
      const payable = rows.filter((row) => !row.order.payoutHeld);
      const closingBalance = payable.reduce((sum, row) => sum + row.amount, 0);
      const paid = from + WEEK_MS + PAYOUT_DELAY_MS <= now;
      const number = `VN${seller.sellerId.slice(-6)}-${isoDay(from)}`;
      return { number, from, to: from + WEEK_MS - DAY_MS, rows: payable, openingBalance: 0, closingBalance, paid };
    });
}

/** `yyyy-MM-dd` in the shop's time. */
export function isoDay(at: number): string {
  return new Date(at + SHOP_OFFSET_MS).toISOString().slice(0, 10);
}

/** `17 May 2016` (lazada.md §13). */
export function wordyDay(at: number): string {
  const [year = '', month = '', day = ''] = isoDay(at).split('-');
  return `${day} ${MONTHS[Number(month) - 1]} ${year}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The words a row's `statement` carries. */
export function statementWords(at: number): string {
  const from = weekOf(at);
  return `${wordyDay(from)} - ${wordyDay(from + WEEK_MS - DAY_MS)}`;
}
