import { z } from 'zod';
import { type Api, type ApiContext, type Area, idParam, requireScope } from '../api';
import { optional, readBody, text } from '../body';
import type { LooseRecord } from '../entities/loose';
import { found, Refusal } from '../envelope';
import { pageOf, pageRequest, project } from '../listing';
import { addLoose, changeLoose, formatLoose, looseRows } from '../loose-records';
import type { Platform } from '../platform';
import { productOf } from './product-of';

const draft = z.object({
  namespace: optional(text),
  key: optional(text),
  value: z.unknown().optional(),
  value_type: optional(text),
  description: z.string().nullish(),
});

type Owner = { owner_id: string; owner_resource: string };

/** haravan.md §2.24: the shop's, another owner's by query, or a product's. Errors are plain strings (§2.2). */
export function addMetafieldRoutes(api: Api, platform: Platform): void {
  addOwned(api, platform, '/com/metafields', 'shop', (c) => ({
    owner_id: c.req.query('metafield[owner_id]') ?? c.get('org').orgId,
    owner_resource: c.req.query('metafield[owner_resource]') ?? 'shop',
  }));
  addOwned(api, platform, '/com/products/:productId/metafields', 'products', (c) => ({
    owner_id: String(productOf(platform, c).id),
    owner_resource: 'product',
  }));
}

function addOwned(api: Api, platform: Platform, base: string, area: Area, ownerOf: (c: ApiContext) => Owner): void {
  const { store } = platform;
  const guard = (c: ApiContext, access: 'read' | 'write') => requireScope(c, area, access);
  const rowsOf = (c: ApiContext): LooseRecord[] => {
    guard(c, 'read');
    const { owner_id, owner_resource } = ownerOf(c);
    const [namespace, key] = [c.req.query('namespace'), c.req.query('key')];
    return [...looseRows(c.get('org'), 'metafield').values()].filter(
      ({ sent }) =>
        sent.owner_id === owner_id &&
        sent.owner_resource === owner_resource &&
        (namespace === undefined || sent.namespace === namespace) &&
        (key === undefined || sent.key === key),
    );
  };
  const rowAt = (c: ApiContext) => {
    const wanted = idParam(c, 'id');
    return found(
      store,
      rowsOf(c).find(({ id }) => id === wanted),
    );
  };

  api.get(base, (c) => {
    const page = pageOf(rowsOf(c), pageRequest(c, store.modes.pageCap));
    return c.json({ metafields: page.map((row) => project(c, formatLoose(row))) });
  });
  api.get(`${base}/count`, (c) => c.json({ count: rowsOf(c).length }));
  api.get(`${base}/:id`, (c) => c.json({ metafield: formatLoose(rowAt(c)) }));

  api.post(base, async (c) => {
    guard(c, 'write');
    const sent = await readBody(c, draft, 'metafield');
    for (const field of ['namespace', 'key', 'value'] as const) {
      if (!sent[field]) throw new Refusal(422, `${field.charAt(0).toUpperCase()}${field.slice(1)} can't be blank`);
    }
    const { value_type = 'string', description = null } = sent;
    // The same namespace and key again is the same metafield.
    const known = rowsOf(c).find((row) => row.sent.namespace === sent.namespace && row.sent.key === sent.key);
    const fields = { ...sent, value_type, description, ...ownerOf(c) };
    if (known) changeLoose(platform, known, fields);
    return c.json({ metafield: formatLoose(known ?? addLoose(platform, c.get('org'), 'metafield', fields)) }, 201);
  });

  api.put(`${base}/:id`, async (c) => {
    guard(c, 'write');
    const record = rowAt(c);
    const { value, value_type, description } = await readBody(c, draft, 'metafield');
    const fields = Object.entries({ value, value_type, description }).filter(([, field]) => field !== undefined);
    changeLoose(platform, record, Object.fromEntries(fields));
    return c.json({ metafield: formatLoose(record) });
  });

  api.delete(`${base}/:id`, (c) => {
    guard(c, 'write');
    looseRows(c.get('org'), 'metafield').delete(rowAt(c).id);
    return c.json({});
  });
}
