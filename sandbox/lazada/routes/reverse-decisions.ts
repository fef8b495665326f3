import type { Endpoint, SellerCall } from '../endpoint';
import type { ApiBody } from '../envelope';
import { canReverseBecome, type Reverse, type ReverseLine, type ReverseState } from '../reverse/reverse-order';
import { stepReverse } from '../reverse/step-reverse';
import { parseIdList, parseJson, requireParam } from '../validations/json-params';
import { findReverse, reverseRefusal } from './find-reverse';

/** lazada.md §12.3. The codes are those of the reference; which of them means what is not documented, texts are ours. */
export const reverseDecisionEndpoints: Endpoint[] = [
  { path: '/order/reverse/return/update', access: 'seller', handle: updateReturn },
  { path: '/order/reverse/onlyrefund/seller/decide', access: 'seller', handle: decideRefund },
];

const RETURN_STEPS: Record<string, ReverseState> = {
  instantRefund: 'refunded',
  agreeReturn: 'agreed',
  refuseReturn: 'rejected',
  confirmDelivery: 'received',
  agreeRefund: 'refunded',
  refuseRefund: 'disputed',
};
const REFUND_STEPS: Record<string, readonly ReverseState[]> = {
  agreeRefund: ['agreed', 'refunded'],
  startDispute: ['disputed'],
};

/** A refusal needs reason and comment; refusing the refund needs pictures as well. */
function updateReturn(call: SellerCall): ApiBody {
  const { params } = call;
  const action = requireParam(params, 'action');
  const to = Object.hasOwn(RETURN_STEPS, action) ? RETURN_STEPS[action] : undefined;
  if (!to) throw reverseRefusal(107, `unknown action ${action}`);
  const { reverse, lines } = readTarget(call, 'RETURN');
  if (action.startsWith('refuse') && !(params.get('reason_id') && params.get('comment'))) {
    throw reverseRefusal(108, 'reason_id and comment are mandatory');
  }
  const pictures = readImages(params.get('image_info'), 'url');
  if (action === 'refuseRefund' && pictures.length === 0) throw reverseRefusal(109, 'image_info is mandatory');
  takeSteps(call, reverse, lines, [to], pictures);
  return {};
}

/** Exactly one line at a time (new 20 Mar 2025). */
function decideRefund(call: SellerCall): ApiBody {
  const action = requireParam(call.params, 'action');
  const steps = Object.hasOwn(REFUND_STEPS, action) ? REFUND_STEPS[action] : undefined;
  if (!steps) throw reverseRefusal(107, `unknown action ${action}`);
  const { reverse, lines } = readTarget(call, 'ONLY_REFUND');
  if (lines.length !== 1) throw reverseRefusal(133, 'exactly one reverse order item');
  takeSteps(call, reverse, lines, steps, readImages(call.params.get('image_info_list'), 'file_url'));
  return {};
}

function readTarget({ seller, params }: SellerCall, kind: Reverse['kind']): { reverse: Reverse; lines: ReverseLine[] } {
  const reverse = findReverse(seller, params);
  if (reverse.kind !== kind) throw reverseRefusal(110, `not a reverse order of type ${kind}`);
  const ids = parseIdList(requireParam(params, 'reverse_order_item_ids'));
  const lines = reverse.lines.filter((line) => ids?.includes(line.reverseLineId));
  if (!ids || lines.length !== new Set(ids).size) throw reverseRefusal(111, 'invalid reverse order item');
  return { reverse, lines };
}

/** All lines or none. */
function takeSteps(
  { platform, seller }: SellerCall,
  reverse: Reverse,
  lines: readonly ReverseLine[],
  steps: readonly ReverseState[],
  pictures: string[],
): void {
  const [first] = steps;
  const stuck = lines.find((line) => first && !canReverseBecome(reverse.kind, line.state, first));
  if (stuck) throw reverseRefusal(112, `the reverse order item ${stuck.reverseLineId} is ${stuck.state}`);
  for (const line of lines) {
    for (const to of steps) stepReverse(platform, seller, reverse, line, { to, operator: 'seller', pictures });
  }
}

function readImages(text: string | undefined, key: string): string[] {
  const list = parseJson(text ?? '[]');
  const images: unknown[] = Array.isArray(list) ? list : [];
  return images.map((image) => String((image as Record<string, unknown> | null)?.[key] ?? '')).filter(Boolean);
}
