import type { MiddlewareHandler } from 'hono';
import type { SandboxApp } from '../../core/server';
import type { Face } from './face';
import { createSellerRoutes } from './seller-routes';
import { createShopRoutes } from './shop-routes';

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

/** `/shop` and `/seller`: the simulator with a face, so that people can play both sides of the counter. */
export function addFace(app: SandboxApp, face: Face): void {
  const guarded: MiddlewareHandler = async (c, next) => {
    await next();
    c.header('Content-Security-Policy', POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'no-store');
  };
  for (const [path, routes] of [
    ['/shop', createShopRoutes(face)],
    ['/seller', createSellerRoutes(face)],
  ] as const) {
    app.use(path, guarded);
    app.use(`${path}/*`, guarded);
    app.route(path, routes);
  }
}
