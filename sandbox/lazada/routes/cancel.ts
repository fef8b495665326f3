import type { Endpoint, SellerCall } from '../endpoint';
import type { Order, OrderItem } from '../entities';
import type { ApiBody } from '../envelope';
import { isCancelableBySeller } from '../item-states';
import { cancelItems, withPackageMates } from '../orders/cancel-items';
import { cancelReasonsOf } from '../orders/cancel-reasons';
import { decideCancel, itemsOfReverse } from '../orders/cancel-requests';
import { parseIdList, requireParam } from '../validations/json-params';
import { reverseRefusal } from './find-reverse';

/** lazada.md §12.1-12.2. Which of the codes 115-124 means what is not documented; texts are ours. */
export const cancelEndpoints: Endpoint[] = [
  { path: '/order/reverse/cancel/validate', access: 'seller', handle: validateCancel },
  { path: '/order/reverse/cancel/create', access: 'seller', handle: createCancel },
  { path: '/order/reverse/cancel/seller/decide', access: 'seller', handle: decide },
];

type Target = { order: Order; items: OrderItem[] };

function validateCancel({ seller, params }: SellerCall): ApiBody {
  const { order, items } = readTarget({ seller, params });
  const closed = closedItem(items);
  if (closed) {
    const tip_content = `The item ${closed.orderItemId} is ${closed.status} and cannot be cancelled.`;
    return { data: { tip_content, tip_type: 'error', reason_options: [] } };
  }
  const reason_options = cancelReasonsOf(order).map(({ id, name }) => ({ reason_id: id, reason_name: name }));
  const spreads = withPackageMates(order, items).length > items.length;
  const tip_content = spreads ? 'All items of the same package will be cancelled together.' : '';
  return { data: { tip_content, tip_type: spreads ? 'warning' : 'warn', reason_options } };
}

function createCancel({ platform, seller, params }: SellerCall): ApiBody {
  const { order, items } = readTarget({ seller, params });
  const reason = cancelReasonsOf(order).find(({ id }) => String(id) === requireParam(params, 'reason_id'));
  if (!reason) throw reverseRefusal(117, 'invalid reason');
  const closed = closedItem(items);
  if (closed) throw reverseRefusal(123, `the item ${closed.orderItemId} is ${closed.status} and cannot be cancelled`);
  cancelItems(platform, seller, order, items, { reason: reason.name, initiator: 'seller' });
  return { data: { tip_content: 'Cancelled successfully.', tip_type: 'success' } };
}

/** Success carries no data. */
function decide({ platform, seller, params }: SellerCall): ApiBody {
  const target = itemsOfReverse(seller, requireParam(params, 'reverse_order_id'));
  if (!target) throw reverseRefusal(131, 'no decision for this reverse order');
  const agree = requireParam(params, 'agree_cancel');
  if (agree !== 'true' && agree !== 'false') throw reverseRefusal(105, 'agree_cancel must be true or false');
  const closed = agree === 'true' ? closedItem(target.items) : undefined;
  if (closed) throw reverseRefusal(123, `the item ${closed.orderItemId} is ${closed.status} and cannot be cancelled`);
  decideCancel(platform, seller, target.order, target.items, agree === 'true');
  return {};
}

function readTarget({ seller, params }: Pick<SellerCall, 'seller' | 'params'>): Target {
  const order = seller.orders.get(requireParam(params, 'order_id'));
  if (!order) throw reverseRefusal(122, 'invalid trade order');
  const ids = parseIdList(requireParam(params, 'order_item_id_list'));
  const items = order.items.filter((item) => ids?.includes(item.orderItemId));
  if (!ids || items.length !== new Set(ids).size) throw reverseRefusal(124, 'invalid trade order line');
  return { order, items };
}

function closedItem(items: readonly OrderItem[]): OrderItem | undefined {
  return items.find((item) => !isCancelableBySeller(item.status));
}
