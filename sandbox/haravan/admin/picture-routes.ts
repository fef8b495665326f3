import type { Context, Hono } from 'hono';
import { UPLOADS } from '../catalog/images';
import type { Platform } from '../platform';
import { productImage } from './product-image';

const TYPES: Record<string, string> = { png: 'image/png', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml' };

/** In the place of the picture host: drawn tiles for seeded goods, and what was uploaded. */
export function addPictureRoutes(routes: Hono, { store }: Platform): void {
  routes.get(`${UPLOADS}/:id/:name`, (c) => {
    const bytes = store.uploads.get(Number(c.req.param('id')));
    if (!bytes) return c.notFound();
    const extension = c.req.param('name').split('.').pop()?.toLowerCase() ?? '';
    return picture(c, new Uint8Array(bytes), TYPES[extension] ?? 'image/jpeg');
  });
  routes.get('/images/:name', (c) =>
    picture(c, productImage(c.req.param('name').replace(/\.svg$/, '')), 'image/svg+xml'),
  );
}

/** A picture is never run: an uploaded SVG may hold a script. */
function picture(c: Context, content: string | Uint8Array<ArrayBuffer>, type: string): Response {
  c.header('Content-Type', type);
  c.header('Cache-Control', 'public, max-age=86400');
  c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  c.header('X-Content-Type-Options', 'nosniff');
  return c.body(content);
}
