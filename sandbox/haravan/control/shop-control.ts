import { formatLocation } from '../formatters/location';
import { formatShop } from '../formatters/shop';
import type { Platform } from '../platform';
import { known, knownOrg } from './known';

export type LocationChange = { name?: string; isUnavailableQuantity?: boolean };

/** The shop's own settings: warehouses and its name. */
export function createShopControl({ store, clock, events }: Platform) {
  const platform = { store };
  const locationOf = (orgId: string, locationId: number) => {
    const location = knownOrg(platform, orgId).locations.find(({ id }) => id === locationId);
    return known(location, `location ${locationId}`);
  };
  return {
    addLocation(
      orgId: string,
      { name = 'Kho mới', isUnavailableQuantity = false, type = 'default' }: NewLocation,
    ): number {
      const org = knownOrg(platform, orgId);
      const id = Math.max(0, ...org.locations.map((location) => location.id)) + 1;
      const location = { id, name, type, isPrimary: false, isUnavailableQuantity, createdAt: clock.now() };
      org.locations.push(location);
      events.emit(org, 'locations/create', formatLocation(location));
      return id;
    },
    changeLocation(orgId: string, locationId: number, change: LocationChange): void {
      const location = locationOf(orgId, locationId);
      location.name = change.name ?? location.name;
      location.isUnavailableQuantity = change.isUnavailableQuantity ?? location.isUnavailableQuantity;
      events.emit(knownOrg(platform, orgId), 'locations/update', formatLocation(location));
    },
    /** With the stock that it held. */
    deleteLocation(orgId: string, locationId: number): void {
      const [org, location] = [knownOrg(platform, orgId), locationOf(orgId, locationId)];
      org.locations = org.locations.filter((other) => other !== location);
      for (const [key, row] of org.stock) if (row.locationId === locationId) org.stock.delete(key);
      events.emit(org, 'locations/delete', formatLocation(location));
    },
    renameShop(orgId: string, name: string): void {
      const org = knownOrg(platform, orgId);
      org.name = name;
      events.emit(org, 'shop/update', formatShop(org));
    },
  };
}

export type NewLocation = LocationChange & { type?: string };
