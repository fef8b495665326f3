import { z } from 'zod';
import { type Api, type ApiContext, idParam, requireScope } from '../api';
import { amount, flag, optional, readBody } from '../body';
import type { Collect } from '../entities/collection';
import { found, Refusal } from '../envelope';
import { formatCollect } from '../formatters/collection';
import { numberQuery, pageOf, pageRequest, project } from '../listing';
import type { Platform } from '../platform';
import { productOf } from './product-of';

const creation = z.object({
  collection_id: amount,
  product_id: amount,
  featured: optional(flag),
  position: optional(amount),
});

/** haravan.md §2.9 */
export function addCollectRoutes(api: Api, platform: Platform): void {
  const { store, clock } = platform;
  const selected = (c: ApiContext): Collect[] => {
    requireScope(c, 'products', 'read');
    const [collectionId, productId] = [numberQuery(c, 'collection_id'), numberQuery(c, 'product_id')];
    return [...c.get('org').collects.values()].filter(
      (row) =>
        (collectionId === undefined || row.collectionId === collectionId) &&
        (productId === undefined || row.productId === productId),
    );
  };

  api.get('/com/collects', (c) => {
    const page = pageOf(selected(c), pageRequest(c, store.modes.pageCap));
    return c.json({ collects: page.map((row) => project(c, formatCollect(row))) });
  });

  api.get('/com/collects/count', (c) => c.json({ count: selected(c).length }));

  api.post('/com/collects', async (c) => {
    requireScope(c, 'products', 'write');
    const [org, sent] = [c.get('org'), await readBody(c, creation, 'collect')];
    const collection = found(store, org.collections.get(sent.collection_id));
    // Rules, not people, fill a smart one.
    if (collection.kind === 'smart') throw new Refusal(403, 'Forbidden');
    const product = productOf(platform, c, sent.product_id);
    const siblings = [...org.collects.values()].filter(({ collectionId }) => collectionId === collection.id);
    if (siblings.some(({ productId }) => productId === product.id)) {
      throw new Refusal(422, { product_id: ['already exists in this collection'] });
    }
    const now = clock.now();
    const made: Collect = {
      id: store.nextId('collect'),
      collectionId: collection.id,
      productId: product.id,
      featured: sent.featured ?? false,
      position: sent.position ?? siblings.length + 1,
      createdAt: now,
      updatedAt: now,
    };
    org.collects.set(made.id, made);
    return c.json({ collect: formatCollect(made) }, 201);
  });

  api.delete('/com/collects/:id', (c) => {
    requireScope(c, 'products', 'write');
    const { collects } = c.get('org');
    collects.delete(found(store, collects.get(idParam(c, 'id'))).id);
    return c.json([]);
  });
}
