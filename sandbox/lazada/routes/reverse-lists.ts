import { missingParameter } from '../api-refusal';
import type { Endpoint, SellerCall } from '../endpoint';
import type { ApiBody } from '../envelope';
import { selectReverses } from '../reverse/select-reverses';
import { reverseDetailOnWire, reverseOnWire } from '../wire/reverse';
import { findReverse, findReverseLine } from './find-reverse';

/** lazada.md §12.3. */
export const reverseListEndpoints: Endpoint[] = [
  { path: '/reverse/getreverseordersforseller', access: 'seller', handle: listReverses },
  {
    path: '/order/reverse/return/detail/list',
    access: 'seller',
    handle: ({ seller, params }) => ({ data: reverseDetailOnWire(findReverse(seller, params)) }),
  },
  { path: '/order/reverse/return/history/list', access: 'seller', handle: history },
  { path: '/order/reverse/reason/list', access: 'seller', handle: rejectReasons },
];

export const REJECT_REASONS = [
  { id: '1001', text: 'Item is not in the original condition' },
  { id: '1002', text: 'Item was not received' },
  { id: '1003', text: 'Evidence is not sufficient' },
] as const;

/** Latest change first. */
function listReverses({ seller, params }: SellerCall): ApiBody {
  const page_no = wholeNumber(params.get('page_no'), 'page_no');
  const page_size = wholeNumber(params.get('page_size'), 'page_size');
  const latest = (lines: readonly { updatedAt: number }[]) => Math.max(...lines.map((line) => line.updatedAt));
  const found = selectReverses(seller, params).sort((a, b) => latest(b.lines) - latest(a.lines));
  const items = found.slice((page_no - 1) * page_size, page_no * page_size).map(reverseOnWire);
  return { result: { page_no, page_size, total: found.length, success: true, items } };
}

function history({ seller, params }: SellerCall): ApiBody {
  const { line } = findReverseLine(seller, params);
  const size = Number(params.get('page_size') ?? 10);
  const number = Number(params.get('page_number') ?? 1);
  const events = line.history.map(({ at, operator, pictures }) => ({ operator, picture: pictures, time: at }));
  const list = events.slice((number - 1) * size, number * size);
  return { data: { list, page_info: { total: events.length, page_size: size, current_page_number: number } } };
}

function rejectReasons({ seller, params }: SellerCall): ApiBody {
  findReverseLine(seller, params);
  return { data: REJECT_REASONS.map(({ id, text }) => ({ reason_id: id, muti_language_text: text, text })) };
}

function wholeNumber(text: string | undefined, name: string): number {
  if (!text || !/^[1-9]\d*$/.test(text)) throw missingParameter(name);
  return Number(text);
}
