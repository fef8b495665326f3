import { z } from 'zod';
import { type Api, type ApiContext, type Area, idParam, requireScope } from '../api';
import { readBody, text } from '../body';
import { requireFewTags, splitTags } from '../catalog/tag-list';
import { touch } from '../catalog/touch';
import { customerChanged } from '../customers/customers';
import { found, Refusal } from '../envelope';
import { changeOrder } from '../orders/changed';
import { LONGEST_ORDER_TAG } from '../orders/order-draft';
import type { Platform } from '../platform';
import { orderOf } from './order-of';
import { productOf } from './product-of';

const body = z.object({ tags: text });

/** The tags of one record: how they are read, and written back with everything that follows from it. */
type Tagged = { tags: readonly string[]; write(tags: string[]): void };

/** `{tags: "a,b"}` adds or removes and answers the whole list: no root key, here alone (haravan.md §2.1). */
export function addTagRoutes(api: Api, platform: Platform): void {
  const add = (path: string, area: Area, tagged: (c: ApiContext) => Tagged) => {
    const change = async (c: ApiContext, merge: (tags: readonly string[], sent: string[]) => string[]) => {
      requireScope(c, area, 'write');
      const record = tagged(c);
      const tags = merge(record.tags, splitTags((await readBody(c, body)).tags));
      record.write(tags);
      return c.json({ tags: tags.join(',') });
    };
    api.post(path, (c) => change(c, (tags, sent) => [...new Set([...tags, ...sent])]));
    api.delete(path, (c) => change(c, (tags, sent) => tags.filter((tag) => !sent.includes(tag))));
  };

  add('/com/products/:id/tags', 'products', (c) => {
    const product = productOf(platform, c, idParam(c, 'id'));
    const write = (tags: string[]) => {
      product.tags = [...requireFewTags(tags)];
      touch(platform, c.get('org'), product);
    };
    return { tags: product.tags, write };
  });

  add('/com/customers/:id/tags', 'customers', (c) => {
    const customer = found(platform.store, c.get('org').customers.get(idParam(c, 'id')));
    const write = (tags: string[]) => {
      customer.tags = tags.join(',');
      customerChanged(platform, c.get('org'), customer);
    };
    return { tags: splitTags(customer.tags), write };
  });

  add('/com/orders/:orderId/tags', 'orders', (c) => {
    const order = orderOf(platform, c);
    const write = (tags: string[]) => {
      if (tags.some((tag) => tag.length > LONGEST_ORDER_TAG)) {
        throw new Refusal(422, { tags: [`is too long (maximum is ${LONGEST_ORDER_TAG} characters)`] });
      }
      changeOrder(platform, c.get('org'), order, () => {
        order.tags = tags;
      });
    };
    return { tags: order.tags, write };
  });
}
