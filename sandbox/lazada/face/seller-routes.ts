import { Hono } from 'hono';
import { chooseShop } from './choose-shop';
import type { Face } from './face';
import { addGoodsButtons } from './goods-buttons';
import { addOrderButtons } from './order-buttons';
import { addPractice } from './practice-routes';
import { SCRIPT } from './script';
import { sellerOrdersPage } from './seller-orders-page';
import { sellerProductsPage } from './seller-products-page';
import { sellerReturnsPage } from './seller-returns-page';
import { STYLE } from './style';
import { withSeller } from './with-seller';

/** The seller's side, and the carrier's and Lazada's where they act on its orders (spec R10.19). */
export function createSellerRoutes(face: Face): Hono {
  const app = new Hono();
  app.get('/assets/face.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/assets/face.js', (c) => c.body(SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/', (c) => c.html(chooseShop(c, face, 'seller')));
  withSeller(app, face, 'get', '/:sellerId', (c, seller) => c.html(sellerOrdersPage(c, seller)));
  withSeller(app, face, 'get', '/:sellerId/products', (c, seller) =>
    c.html(sellerProductsPage(c, seller, face.platform.clock.now())),
  );
  withSeller(app, face, 'get', '/:sellerId/returns', (c, seller) => c.html(sellerReturnsPage(c, seller)));
  addOrderButtons(app, face);
  addGoodsButtons(app, face);
  addPractice(app, face);
  return app;
}
