import { businessRefusal } from '../api-refusal';
import type { Endpoint, SellerCall } from '../endpoint';
import type { ApiBody } from '../envelope';
import { isCancelableBySeller } from '../item-states';
import { cancelItems } from '../orders/cancel-items';
import { cancelReasonsOf, GENERAL_REASONS } from '../orders/cancel-reasons';
import { requireParam } from '../validations/json-params';
import { findItem } from './item-ids';

/** lazada.md §11.2: cancelling by item, with a reason from one list for all orders. */
export const legacyCancelEndpoints: Endpoint[] = [
  {
    path: '/order/failure_reason/get',
    access: 'seller',
    handle: () => ({ data: GENERAL_REASONS.map(({ id, name }) => ({ reason_id: id, reason_name: name })) }),
  },
  { path: '/order/cancel', access: 'seller', handle: cancel },
];

/** `success` stands beside `code`, not inside `data`. */
function cancel({ platform, seller, params }: SellerCall): ApiBody {
  const { order, item } = findItem(seller, requireParam(params, 'order_item_id'));
  const id = requireParam(params, 'reason_id');
  const reason = [...GENERAL_REASONS, ...cancelReasonsOf(order)].find((one) => String(one.id) === id);
  if (!reason) throw businessRefusal(23, `"${id}" Invalid Reason ID`);
  if (!isCancelableBySeller(item.status)) throw businessRefusal(20, `"${item.orderItemId}" Invalid Order Item ID`);
  cancelItems(platform, seller, order, [item], { reason: reason.name, initiator: 'seller' });
  return { success: true };
}
