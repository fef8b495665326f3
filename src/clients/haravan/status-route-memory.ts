import type { HaravanStatusRoute, HaravanStatusRouteMemory } from './carrier-status';

/** Remembers for the life of the process; a wrong or lost memory costs one call. */
export function createStatusRouteMemory(): HaravanStatusRouteMemory {
  const routes = new Map<string, HaravanStatusRoute>();
  return {
    get: async (shop) => routes.get(shop),
    set: async (shop, route) => {
      routes.set(shop, route);
    },
  };
}
