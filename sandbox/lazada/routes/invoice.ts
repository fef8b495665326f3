import { businessRefusal } from '../api-refusal';
import type { Endpoint } from '../endpoint';
import { requireParam } from '../validations/json-params';
import { findItem } from './item-ids';

/** lazada.md §13: echoes both; codes 20 and 34. */
export const invoiceEndpoints: Endpoint[] = [
  {
    path: '/order/invoice_number/set',
    access: 'seller',
    handle({ platform, seller, params }) {
      const { order, item } = findItem(seller, requireParam(params, 'order_item_id'));
      const number = requireParam(params, 'invoice_number');
      if (item.packageId === '') {
        throw businessRefusal(34, 'Order Item must be packed. Please call SetStatusToReadyToShip before');
      }
      item.invoiceNumber = number;
      order.updatedAt = Math.max(order.updatedAt, Math.floor(platform.clock.now() / 1000) * 1000);
      return { data: { order_item_id: Number(item.orderItemId), invoice_number: number } };
    },
  },
];
