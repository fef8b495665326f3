import type { Context } from 'hono';
import type { HaravanControl } from '../control/haravan-control';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { findOrgByShop } from '../store';

/** What the admin's pages work with. `reset` starts the whole practice world anew, Lazada's part too (spec R10.19). */
export type AdminParts = { platform: Platform; control: HaravanControl; reset(): void };

export const orgOf = ({ platform }: AdminParts, c: Context): Org | undefined =>
  findOrgByShop(platform.store, c.req.param('shop') ?? '');

export const adminPath = ({ shop }: Org, rest: string): string => `/shops/${shop}/adminv2/${rest}`;
export const channelPath = (org: Org, { app }: Platform): string =>
  adminPath(org, `sale_channels/apps/${app.clientId}`);
