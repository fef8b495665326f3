import { type Context, Hono } from 'hono';
import { type AdminParts, adminPath, orgOf } from './admin-parts';
import { customersPage } from './customers-page';
import { homePage } from './home-page';
import { installUrl, launchUrl } from './launch';
import { addOrderPages } from './order-routes';
import { addPictureRoutes } from './picture-routes';
import { addProductPages } from './product-routes';
import { sessionToken } from './session-token';
import { shellPage } from './shell-page';
import { shopRoutes } from './shop-routes';
import { stockPage } from './stock-page';

/** The merchant's admin: what the app needs of it, and enough for a person to play both sides (haravan.md §1.9, spec R10.19). */
export function createAdminRoutes(parts: AdminParts): Hono {
  const { platform } = parts;
  const admin = new Hono();
  const { get, post } = shopRoutes(admin, parts);

  admin.get('/shops/:shop/admin', (c) => {
    const org = orgOf(parts, c);
    return org ? c.html(homePage(platform, org, installUrl(platform, org), c.req.query('done'))) : c.notFound();
  });
  // Where links of apps point; the newer pages took their place.
  for (const kind of ['orders', 'products', 'customers']) {
    const lead = (c: Context) => {
      const [org, id] = [orgOf(parts, c), c.req.param('id')];
      return org ? c.redirect(adminPath(org, id ? `${kind}/${id}` : kind), 302) : c.notFound();
    };
    admin.get(`/shops/:shop/admin/${kind}`, lead);
    admin.get(`/shops/:shop/admin/${kind}/:id`, lead);
  }

  const shell = (c: Context) => {
    const org = orgOf(parts, c);
    if (!org || c.req.param('clientId') !== platform.app.clientId) return c.notFound();
    const page = platform.app.pages?.find(({ path }) => path === c.req.query('page'))?.path;
    c.header('Cache-Control', 'no-store');
    return c.html(shellPage(platform, org, launchUrl(platform, org), page));
  };
  admin.get('/shops/:shop/adminv2/apps/:clientId', shell);
  admin.get('/shops/:shop/adminv2/sale_channels/apps/:clientId', shell);
  post('session_token', async (c, org) => {
    if (!platform.store.modes.sessionTokens || !org.installed) return c.notFound();
    return c.json({ sessionToken: await sessionToken(platform, org) });
  });

  addOrderPages(admin, parts);
  addProductPages(admin, parts);
  get('stock', (c, org) => c.html(stockPage(platform, org, c)));
  get('customers', (c, org) => c.html(customersPage(platform, org, c)));
  post('reset', (c, org) => {
    parts.reset();
    return c.redirect(`/shops/${org.shop}/admin?done=reset`, 303);
  });
  addPictureRoutes(admin, platform);
  return admin;
}
