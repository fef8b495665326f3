import { type Api, idParam, requireScope } from '../api';
import { found } from '../envelope';
import { formatLocation } from '../formatters/location';
import { formatShop } from '../formatters/shop';
import { pageOf, pageRequest } from '../listing';
import type { Platform } from '../platform';

const LOCATIONS_PER_PAGE = 50;

/** haravan.md §2.4, §2.5 */
export function addShopRoutes(api: Api, { store }: Platform): void {
  api.get('/com/shop', (c) => {
    requireScope(c, 'shop', 'read');
    return c.json({ shop: formatShop(c.get('org')) });
  });

  api.get('/com/locations', (c) => {
    requireScope(c, 'shop', 'read');
    const locations = pageOf(c.get('org').locations, pageRequest(c, LOCATIONS_PER_PAGE));
    return c.json({ locations: locations.map(formatLocation) });
  });

  api.get('/com/locations/:id', (c) => {
    requireScope(c, 'shop', 'read');
    const location = c.get('org').locations.find(({ id }) => id === idParam(c, 'id'));
    return c.json({ location: formatLocation(found(store, location)) });
  });
}
