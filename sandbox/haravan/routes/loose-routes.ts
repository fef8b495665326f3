import { z } from 'zod';
import { type Api, type ApiContext, idParam } from '../api';
import { readBody } from '../body';
import type { LooseKind, LooseRecord } from '../entities/loose';
import { found, refuseField } from '../envelope';
import { dateFilter, pageOf, pageRequest, project, usualMoment } from '../listing';
import { addLoose, changeLoose, formatLoose, looseRows } from '../loose-records';
import type { Platform } from '../platform';

export type LooseResource = {
  base: string;
  kind: LooseKind;
  /** Refuses whom it does not belong to. */
  guard(c: ApiContext, access: 'read' | 'write'): void;
  /** A field that must be there. */
  required: string;
  /** Query parameters that filter by equality. */
  filters?: readonly string[];
  only?: readonly ('list' | 'count' | 'one' | 'create' | 'change' | 'delete')[];
  /** After a record came or went. */
  told?(c: ApiContext, what: 'create' | 'update' | 'delete', record: LooseRecord): void;
};

const content = z.record(z.string(), z.unknown());

/** Reads and writes of a resource whose fields the documentation does not list. */
export function addLooseRoutes(api: Api, platform: Platform, resource: LooseResource): void {
  const { base, kind, guard, filters = [], told } = resource;
  const only = resource.only ?? ['list', 'count', 'one', 'create', 'change', 'delete'];
  const plural = `${kind}s`;
  const has = (what: (typeof only)[number]) => only.includes(what);
  const rowAt = (c: ApiContext) => found(platform.store, looseRows(c.get('org'), kind).get(idParam(c, 'id')));
  const selected = (c: ApiContext) => {
    guard(c, 'read');
    const isInTime = dateFilter(c, usualMoment(platform.store));
    const fits = ({ sent }: LooseRecord) =>
      filters.every((name) => c.req.query(name) === undefined || String(sent[name]) === c.req.query(name));
    return [...looseRows(c.get('org'), kind).values()].filter((row) => fits(row) && isInTime(row));
  };

  if (has('list')) {
    api.get(base, (c) => {
      const page = pageOf(selected(c), pageRequest(c, platform.store.modes.pageCap));
      return c.json({ [plural]: page.map((row) => project(c, formatLoose(row))) });
    });
  }
  if (has('count')) api.get(`${base}/count`, (c) => c.json({ count: selected(c).length }));
  if (has('one')) {
    api.get(`${base}/:id`, (c) => {
      guard(c, 'read');
      return c.json({ [kind]: formatLoose(rowAt(c)) });
    });
  }
  if (has('create')) {
    api.post(base, async (c) => {
      guard(c, 'write');
      const sent = await readBody(c, content, kind);
      if (!sent[resource.required]) throw refuseField(resource.required, "can't be blank");
      const made = addLoose(platform, c.get('org'), kind, sent);
      told?.(c, 'create', made);
      return c.json({ [kind]: formatLoose(made) }, 201);
    });
  }
  if (has('change')) {
    api.put(`${base}/:id`, async (c) => {
      guard(c, 'write');
      const record = rowAt(c);
      changeLoose(platform, record, await readBody(c, content, kind));
      told?.(c, 'update', record);
      return c.json({ [kind]: formatLoose(record) });
    });
  }
  if (has('delete')) {
    api.delete(`${base}/:id`, (c) => {
      guard(c, 'write');
      const record = rowAt(c);
      looseRows(c.get('org'), kind).delete(record.id);
      told?.(c, 'delete', record);
      return c.json({});
    });
  }
}
