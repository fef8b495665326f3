import type { Context, Hono } from 'hono';
import type { Seller } from '../entities';
import type { Face } from './face';

/** A route of one shop; an unknown one leads to the choice of shops. */
export function withSeller(
  app: Hono,
  { platform }: Face,
  method: 'get' | 'post',
  path: string,
  answer: (c: Context, seller: Seller) => Response | Promise<Response>,
): void {
  app.on(method.toUpperCase(), path, (c) => {
    const seller = platform.store.sellers.get(c.req.param('sellerId') ?? '');
    return seller ? answer(c, seller) : c.redirect(`/${c.req.path.split('/')[1]}`, 303);
  });
}
