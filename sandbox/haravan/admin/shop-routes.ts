import type { Context, Hono } from 'hono';
import type { Org } from '../entities/org';
import { type AdminParts, orgOf } from './admin-parts';

type Act = (c: Context, org: Org) => Response | Promise<Response>;
export type ShopRoutes = { act: Act; get(path: string, act: Act): void; post(path: string, act: Act): void };

/** Pages below `/shops/{shop}/adminv2/`. What changes something comes from a page of this host: browsers say so. */
export function shopRoutes(admin: Hono, parts: AdminParts): Omit<ShopRoutes, 'act'> {
  const forShop = (act: Act) => (c: Context) => {
    const org = orgOf(parts, c);
    return org ? act(c, org) : c.notFound();
  };
  return {
    get: (path, act) => admin.get(`/shops/:shop/adminv2/${path}`, forShop(act)),
    post: (path, act) =>
      admin.post(`/shops/:shop/adminv2/${path}`, (c) =>
        isFromElsewhere(c) ? c.text('Yêu cầu đến từ trang khác.', 403) : forShop(act)(c),
      ),
  };
}

function isFromElsewhere(c: Context): boolean {
  const origin = c.req.header('origin');
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== new URL(c.req.url).host);
}
