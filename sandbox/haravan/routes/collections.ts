import { type Api, type ApiContext, idParam, requireScope } from '../api';
import { readBody } from '../body';
import { changeCollection, collectionDraft, createCollection, deleteCollection } from '../catalog/collections';
import { productsIn } from '../catalog/membership';
import type { Collection } from '../entities/collection';
import { found } from '../envelope';
import { formatCollection } from '../formatters/collection';
import { dateFilter, idsQuery, numberQuery, pageOf, pageRequest, project, usualMoment } from '../listing';
import type { Platform } from '../platform';

/** haravan.md §2.9 */
export function addCollectionRoutes(api: Api, platform: Platform): void {
  addKind(api, platform, 'custom');
  addKind(api, platform, 'smart');

  // How the products of a smart collection are sorted.
  api.put('/com/smart_collections/:id/order', (c) => {
    requireScope(c, 'products', 'write');
    const collection = collectionAt(platform, c, 'smart');
    const sort_order = c.req.query('sort_order');
    changeCollection(platform, c.get('org'), collection, { ...(sort_order === undefined ? {} : { sort_order }) });
    return c.json({});
  });
}

function addKind(api: Api, platform: Platform, kind: Collection['kind']): void {
  const [one, many] = [`${kind}_collection`, `${kind}_collections`];
  const base = `/com/${many}`;

  api.get(base, (c) => {
    requireScope(c, 'products', 'read');
    const page = pageOf(selected(platform, c, kind), pageRequest(c, platform.store.modes.pageCap));
    return c.json({ [many]: page.map((row) => project(c, formatCollection(row))) });
  });

  api.get(`${base}/count`, (c) => {
    requireScope(c, 'products', 'read');
    return c.json({ count: selected(platform, c, kind).length });
  });

  api.get(`${base}/:id`, (c) => {
    requireScope(c, 'products', 'read');
    return c.json({ [one]: formatCollection(collectionAt(platform, c, kind)) });
  });

  api.post(base, async (c) => {
    requireScope(c, 'products', 'write');
    const made = createCollection(platform, c.get('org'), kind, await readBody(c, collectionDraft, one));
    return c.json({ [one]: formatCollection(made) }, 201);
  });

  api.put(`${base}/:id`, async (c) => {
    requireScope(c, 'products', 'write');
    const collection = collectionAt(platform, c, kind);
    changeCollection(platform, c.get('org'), collection, await readBody(c, collectionDraft, one));
    return c.json({ [one]: formatCollection(collection) });
  });

  api.delete(`${base}/:id`, (c) => {
    requireScope(c, 'products', 'write');
    deleteCollection(platform, c.get('org'), collectionAt(platform, c, kind));
    return c.json([]);
  });
}

function collectionAt({ store }: Platform, c: ApiContext, kind: Collection['kind']): Collection {
  const collection = c.get('org').collections.get(idParam(c, 'id'));
  return found(store, collection?.kind === kind ? collection : undefined);
}

function selected({ store }: Platform, c: ApiContext, kind: Collection['kind']): Collection[] {
  const org = c.get('org');
  const [ids, productId, title] = [idsQuery(c, 'ids'), numberQuery(c, 'product_id'), c.req.query('title')];
  const isInTime = dateFilter(c, usualMoment(store));
  const holds = (row: Collection) => productsIn(org, row).some(({ id }) => id === productId);
  return [...org.collections.values()].filter(
    (row) =>
      row.kind === kind &&
      (!ids || ids.includes(row.id)) &&
      (title === undefined || row.title === title) &&
      isInTime(row) &&
      (productId === undefined || holds(row)),
  );
}
