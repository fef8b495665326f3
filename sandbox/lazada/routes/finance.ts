import { ApiRefusal, businessRefusal } from '../api-refusal';
import type { Endpoint, SellerCall } from '../endpoint';
import type { ApiBody } from '../envelope';
import { ledgerOf } from '../finance/ledger';
import { isoDay, statementsOf } from '../finance/statements';
import type { Params } from '../params';
import { requireParam } from '../validations/json-params';
import { readLimit, readOffset } from '../validations/paging';
import { payoutOnWire, transactionOnWire } from '../wire/finance';

const MAX_DAYS = 180;
const MAX_LIMIT = 500;
const DAY_MS = 86_400_000;

/** lazada.md §13. */
export const financeEndpoints: Endpoint[] = [
  { path: '/finance/transaction/details/get', access: 'seller', handle: details },
  { path: '/finance/payout/status/get', access: 'seller', handle: payouts },
  { path: '/finance/transaction/accountTransactions/query', access: 'seller', handle: accountTransactions },
];

function details({ platform, seller, params }: SellerCall): ApiBody {
  const { start, end } = readDays(params, /^\d{4}-\d{2}-\d{2}$/);
  const type = params.get('trans_type') || '-1';
  const limit = readLimit(params, MAX_LIMIT, MAX_LIMIT);
  const offset = readOffset(params, Number.MAX_SAFE_INTEGER);
  const rows = ledgerOf(seller).filter((row) => isoDay(row.at) >= start && isoDay(row.at) <= end);
  if (!/^(-1|\d{1,3})$/.test(type)) {
    throw new ApiRefusal('1000014', 'ISP', 'E1000014: Invalid transaction type');
  }
  const found = rows.filter(
    (row) =>
      (type === '-1' || String(row.feeType) === type) &&
      isWanted(params.get('trade_order_id'), row.order.orderId) &&
      isWanted(params.get('trade_order_line_id'), row.item.orderItemId),
  );
  const now = platform.clock.now();
  return { data: found.slice(offset, offset + limit).map((row) => transactionOnWire(row, now)) };
}

function payouts({ platform, seller, params }: SellerCall): ApiBody {
  const after = requireParam(params, 'created_after').slice(0, 10);
  if (Number.isNaN(Date.parse(after))) throw businessRefusal(17, `"${after}" Invalid Date Format`);
  const statements = statementsOf(seller, platform.clock.now());
  return { data: statements.filter(({ from }) => isoDay(from) >= after).map(payoutOnWire) };
}

/** The rows' own shape is not in the reference: they are those of the details. */
function accountTransactions({ platform, seller, params }: SellerCall): ApiBody {
  const { start, end } = readDays(params, /^\d{8}$/);
  const page = Number(params.get('page_num') || 1);
  const size = Number(params.get('page_size') || 10);
  const now = platform.clock.now();
  const found = ledgerOf(seller).filter((row) => isoDay(row.at) >= start && isoDay(row.at) <= end);
  const data = found.slice((page - 1) * size, page * size).map((row) => transactionOnWire(row, now));
  return { msg: '', data, success: true, error_code: '' };
}

/** Days of the shop, as `yyyy-MM-dd`; at most 180 apart (code 1000012). */
function readDays(params: Params, pattern: RegExp): { start: string; end: string } {
  const [start, end] = ['start_time', 'end_time'].map((name) => {
    const text = requireParam(params, name);
    const day = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
    if (!pattern.test(text) || Number.isNaN(Date.parse(day))) {
      throw businessRefusal(17, `"${text}" Invalid Date Format`);
    }
    return day;
  }) as [string, string];
  if (Date.parse(end) - Date.parse(start) > MAX_DAYS * DAY_MS) {
    throw new ApiRefusal('1000012', 'ISP', `E1000012: The time range should not exceed ${MAX_DAYS} days`);
  }
  return { start, end };
}

function isWanted(wanted: string | undefined, value: string): boolean {
  return !wanted || wanted === value;
}
