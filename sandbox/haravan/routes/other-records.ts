import { type Api, type ApiContext, idParam, requireScope, requireWebScope } from '../api';
import { found, Refusal } from '../envelope';
import { changeLoose, formatLoose, looseRows } from '../loose-records';
import type { Platform } from '../platform';
import { addLooseRoutes } from './loose-routes';

/** haravan.md §2.24: carrier services, script tags, and what only private apps may touch: discounts and promotions. */
export function addOtherRecordRoutes(api: Api, platform: Platform): void {
  addLooseRoutes(api, platform, {
    base: '/com/carrier_services',
    kind: 'carrier_service',
    guard: (c, access) => requireScope(c, 'shippings', access),
    required: 'name',
    only: ['list', 'create', 'delete'],
  });
  addLooseRoutes(api, platform, {
    base: '/web/script_tags',
    kind: 'script_tag',
    guard: (c, access) => requireWebScope(c, 'script_tags', access),
    required: 'src',
    filters: ['src'],
  });
  addLooseRoutes(api, platform, {
    base: '/com/discounts',
    kind: 'discount',
    guard: requirePrivateApp,
    required: 'code',
    filters: ['code'],
    only: ['list', 'create', 'delete'],
    told: (c, what, record) => platform.events.emit(c.get('org'), `discounts/${what}`, formatLoose(record)),
  });
  for (const [action, status] of [
    ['enable', 'enabled'],
    ['disable', 'disabled'],
  ] as const) {
    api.put(`/com/discounts/:id/${action}`, (c) => {
      requirePrivateApp(c);
      const record = found(platform.store, looseRows(c.get('org'), 'discount').get(idParam(c, 'id')));
      changeLoose(platform, record, { status });
      platform.events.emit(c.get('org'), 'discounts/update', formatLoose(record));
      return c.json({ discount: formatLoose(record) });
    });
  }
  addLooseRoutes(api, platform, {
    base: '/com/promotions',
    kind: 'promotion',
    guard: requirePrivateApp,
    required: 'name',
    told: (c, what, record) => platform.events.emit(c.get('org'), `promotions/${what}`, formatLoose(record)),
  });
}

/** haravan.md §1.4: no scope of a public app opens them. */
function requirePrivateApp(c: ApiContext): void {
  if (!c.get('token').isPrivate) throw new Refusal(403, 'Forbidden');
}
