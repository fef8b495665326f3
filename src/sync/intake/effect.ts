/** What a message leads to. A message only says "look again" (design §1); nothing is taken from its figures. */
export type Effect =
  | { kind: 'refresh_product'; productId: string }
  | { kind: 'wish_quantity'; variantId: string }
  | { kind: 'pull_catalog' }
  | { kind: 'own_order_ended'; haravanOrderId: string }
  | { kind: 'read_shop' }
  | { kind: 'uninstall' }
  | { kind: 'poll_orders'; connectionId: string }
  | { kind: 'pull_listings'; connectionId: string }
  | { kind: 'renew_access'; connectionId: string }
  | { kind: 'check_seller'; connectionId: string }
  | { kind: 'note'; connectionId: string; event: string; lazadaOrderId?: string; facts: Record<string, string> };

/** `malformed`: the message cannot be understood; it becomes an issue and stops nothing (spec R8.4). */
export type Planned = { kind: 'effects'; effects: readonly Effect[] } | { kind: 'malformed'; why: string };

export const effects = (...list: readonly Effect[]): Planned => ({ kind: 'effects', effects: list });
export const malformed = (why: string): Planned => ({ kind: 'malformed', why });
