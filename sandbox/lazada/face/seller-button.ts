import type { Context, Hono } from 'hono';
import type { Face } from './face';
import { press, readFields } from './press';
import { withSeller } from './with-seller';

export type Pressed = { sellerId: string; param: (name: string) => string; field: (name: string) => string };

/** A button of the seller center: a form on `path` below the shop. */
export function button(app: Hono, face: Face, path: string, done: string, act: (pressed: Pressed) => void): void {
  withSeller(app, face, 'post', `/:sellerId/${path}`, async (c, { sellerId }) => {
    const field = await readFields(c);
    const param = (name: string) => c.req.param(name) ?? '';
    return press(c, backTo(c, sellerId, path), done, () => act({ sellerId, param, field }));
  });
}

/** The page that the button stood on; its filter and page number come with the browser's own word of it. */
function backTo(c: Context, sellerId: string, path: string): string {
  const home = path.startsWith('orders') ? `/seller/${sellerId}` : `/seller/${sellerId}/${pageOfGoods(path)}`;
  const referer = c.req.header('referer');
  const from = referer && URL.canParse(referer) ? new URL(referer) : undefined;
  return from?.pathname === home ? `${home}${from.search}` : home;
}

function pageOfGoods(path: string): string {
  return path.startsWith('returns') ? 'returns' : 'products';
}
