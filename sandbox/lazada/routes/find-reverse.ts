import { ApiRefusal } from '../api-refusal';
import type { Seller } from '../entities';
import type { Params } from '../params';
import type { Reverse, ReverseLine } from '../reverse/reverse-order';
import { requireParam } from '../validations/json-params';

/** Four digits in this family (lazada.md §12.1): `E0106`. */
export function reverseRefusal(code: number, text: string): ApiRefusal {
  return new ApiRefusal(String(code), 'ISP', `E${String(code).padStart(4, '0')}: ${text}`);
}

/** Code 106 for what this shop does not have (lazada.md §12.3). */
export function findReverse(seller: Seller, params: Params): Reverse {
  const reverse = seller.reverses.get(requireParam(params, 'reverse_order_id'));
  if (!reverse) throw reverseRefusal(106, 'ROC internal error');
  return reverse;
}

export function findReverseLine(seller: Seller, params: Params): { reverse: Reverse; line: ReverseLine } {
  const id = requireParam(params, 'reverse_order_line_id');
  for (const reverse of seller.reverses.values()) {
    const line = reverse.lines.find((candidate) => candidate.reverseLineId === id);
    if (line) return { reverse, line };
  }
  throw reverseRefusal(106, 'ROC internal error');
}
