import type { Seller } from '../entities';
import type { Params } from '../params';
import { parseJson } from '../validations/json-params';
import type { Reverse, ReverseLine } from './reverse-order';
import { apiStatus, ofcStatus } from './reverse-words';

/** The optional filters of `/reverse/getreverseordersforseller`; an order passes when one of its lines does (§12.3). */
export function selectReverses(seller: Seller, params: Params): Reverse[] {
  const kinds = readList(params.get('request_type_list'));
  const statuses = readList(params.get('reverse_status_list'));
  const ofcStatuses = readList(params.get('ofc_status_list'));
  const periods = [
    readPeriod(params, 'TradeOrderLineCreatedTimeRange', (reverse) => reverse.order.createdAt),
    readPeriod(params, 'ReverseOrderLineTimeRange', (_, line) => line.createdAt),
    readPeriod(params, 'ReverseOrderLineModifiedTimeRange', (_, line) => line.updatedAt),
  ];
  const dispute = params.get('dispute_in_progress');
  return [...seller.reverses.values()].filter(
    (reverse) =>
      allows(kinds, reverse.kind) &&
      equals(params.get('reverse_order_id'), reverse.reverseOrderId) &&
      equals(params.get('trade_order_id'), reverse.order.orderId) &&
      equals(params.get('return_to_type'), reverse.returnTo) &&
      reverse.lines.some(
        (line) =>
          allows(statuses, apiStatus(reverse, line.state)) &&
          allows(ofcStatuses, ofcStatus(line.state)) &&
          equals(dispute, String(line.state === 'disputed')) &&
          periods.every((holds) => holds(reverse, line)),
      ),
  );
}

/** A JSON array or comma-separated text. */
function readList(text: string | undefined): string[] | undefined {
  if (!text) return undefined;
  const value = parseJson(text);
  return Array.isArray(value) ? value.map(String) : text.split(',').map((part) => part.trim());
}

/** Both ends in ms, both included. */
function readPeriod(params: Params, name: string, timeOf: (reverse: Reverse, line: ReverseLine) => number) {
  const start = Number(params.get(`${name}Start`) || Number.NEGATIVE_INFINITY);
  const end = Number(params.get(`${name}End`) || Number.POSITIVE_INFINITY);
  return (reverse: Reverse, line: ReverseLine) => timeOf(reverse, line) >= start && timeOf(reverse, line) <= end;
}

function allows(list: readonly string[] | undefined, value: string): boolean {
  return list === undefined || list.includes(value);
}

function equals(wanted: string | undefined, value: string): boolean {
  return !wanted || wanted === value;
}
