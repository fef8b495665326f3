import { type Context, Hono } from 'hono';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { findOrgByShop } from '../store';
import { installUrl, launchUrl } from './launch';
import { homePage, shellPage } from './pages';
import { addPictureRoutes } from './picture-routes';

/** The merchant's admin, as far as the app needs it (haravan.md §1.9). */
export function createAdminRoutes(platform: Platform): Hono {
  const admin = new Hono();
  const channelUrl = (org: Org) => `/shops/${org.shop}/adminv2/sale_channels/apps/${platform.app.clientId}`;
  const orgOf = (c: Context) => findOrgByShop(platform.store, c.req.param('shop') ?? '');

  admin.get('/shops/:shop/admin', (c) => {
    const org = orgOf(c);
    return org ? c.html(homePage(org, channelUrl(org), installUrl(platform, org))) : c.notFound();
  });

  const shell = (c: Context) => {
    const org = orgOf(c);
    if (!org || c.req.param('clientId') !== platform.app.clientId) return c.notFound();
    c.header('Cache-Control', 'no-store');
    return c.html(shellPage(org, channelUrl(org), launchUrl(platform, org)));
  };
  admin.get('/shops/:shop/adminv2/apps/:clientId', shell);
  admin.get('/shops/:shop/adminv2/sale_channels/apps/:clientId', shell);

  addPictureRoutes(admin, platform);
  return admin;
}
