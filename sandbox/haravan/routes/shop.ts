import { type Api, idParam, requireScope } from '../api';
import { found } from '../envelope';
import { formatLocation } from '../formatters/location';
import { formatAppSubscription } from '../billing';
import { formatShop } from '../formatters/shop';
import { pageOf, pageRequest } from '../listing';
import type { Platform } from '../platform';

/** haravan.md §2.4, §2.5 and, for what the shop pays, §1.13 */
export function addShopRoutes(api: Api, { store, app }: Platform): void {
  api.get('/com/shop', (c) => {
    requireScope(c, 'shop', 'read');
    return c.json({ shop: formatShop(c.get('org')) });
  });

  api.get('/com/locations', (c) => {
    requireScope(c, 'shop', 'read');
    const locations = pageOf(c.get('org').locations, pageRequest(c, store.modes.pageCap));
    return c.json({ locations: locations.map(formatLocation) });
  });

  api.get('/com/locations/:id', (c) => {
    requireScope(c, 'shop', 'read');
    const location = c.get('org').locations.find(({ id }) => id === idParam(c, 'id'));
    return c.json({ location: formatLocation(found(store, location)) });
  });

  api.get('/com/apps/app_subscriptions', (c) => {
    requireScope(c, 'shop', 'read');
    const rows = c.get('org').appSubscriptions.map((plan) => formatAppSubscription(plan, app.clientId));
    return c.json({ app_subscriptions: rows });
  });
}
