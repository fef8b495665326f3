import type { Context, Hono } from 'hono';
import type { Org } from '../entities/org';
import { type Product, variantTitle } from '../entities/product';
import { stockKey } from '../entities/stock';
import { defaultLocationId } from '../stock';
import { type AdminParts, adminPath } from './admin-parts';
import { type Form, figure, readForm } from './form';
import { newProductPage, productPage } from './product-page';
import { productsPage, publishPath, variantsOf } from './products-page';
import { type ShopRoutes, shopRoutes } from './shop-routes';

/** Sản phẩm: every button does what the control does. */
export function addProductPages(admin: Hono, parts: AdminParts): void {
  const { platform, control } = parts;
  const { get, post } = shopRoutes(admin, parts);
  const withProduct = (act: (c: Context, org: Org, product: Product) => Response | Promise<Response>) =>
    ((c, org) => {
      const product = org.products.get(Number(c.req.param('id')));
      return product ? act(c, org, product) : c.notFound();
    }) satisfies ShopRoutes['act'];
  const back = (c: Context, org: Org, { id }: Product, done: string) =>
    c.redirect(`${adminPath(org, `products/${id}`)}?done=${done}`, 303);

  get('products', (c, org) => c.html(productsPage(platform, org, c)));
  get('products/new', (c, org) => c.html(newProductPage(platform, org)));
  get(
    'products/:id',
    withProduct((c, org, product) => c.html(productPage(platform, org, product, { done: c.req.query('done') }))),
  );

  post('products/bulk', async (c, org) => {
    const form = await readForm(c);
    const ids = form.all('ids').map(Number);
    if (form.get('action') === 'publish') return c.redirect(publishPath(platform, org), 303);
    for (const id of ids) if (org.products.has(id)) control.deleteProduct(org.orgId, id);
    return c.redirect(`${adminPath(org, 'products')}?done=deleted`, 303);
  });
  post('products/new', async (c, org) => {
    const form = await readForm(c);
    const title = form.get('title').trim();
    if (title === '') return c.html(newProductPage(platform, org, 'Hãy nhập tên sản phẩm.'), 422);
    const { productId } = control.addProduct(org.orgId, { title, variants: [newVariant(org, form)] });
    return c.redirect(`${adminPath(org, `products/${productId}`)}?done=created`, 303);
  });
  post(
    'products/:id',
    withProduct(async (c, org, product) => {
      save(parts, org, product, await readForm(c));
      return back(c, org, product, 'saved');
    }),
  );
  post(
    'products/:id/variants',
    withProduct(async (c, org, product) => {
      const form = await readForm(c);
      const title = form.all('option').join(' / ');
      if (variantsOf(org, product).some((variant) => variantTitle(variant) === title)) {
        return c.html(productPage(platform, org, product, { error: `Đã có biến thể ${title}.` }), 422);
      }
      control.addVariant(org.orgId, product.id, { ...newVariant(org, form), title });
      return back(c, org, product, 'created');
    }),
  );
  post(
    'products/:id/variants/:variantId/delete',
    withProduct((c, org, product) => {
      control.deleteVariant(org.orgId, Number(c.req.param('variantId')));
      return back(c, org, product, 'deleted');
    }),
  );
  post(
    'products/:id/delete',
    withProduct((c, org, product) => {
      control.deleteProduct(org.orgId, product.id);
      return c.redirect(`${adminPath(org, 'products')}?done=deleted`, 303);
    }),
  );
}

function newVariant(org: Org, form: Form) {
  const stock = { [defaultLocationId(org)]: Math.trunc(figure(form.get('stock')) ?? 0) };
  return { price: Math.max(0, figure(form.get('price')) ?? 0), barcode: form.get('barcode').trim() || null, stock };
}

/** Only what differs is written: every change is a webhook. */
function save({ control }: AdminParts, org: Org, product: Product, form: Form): void {
  for (const variant of variantsOf(org, product)) {
    const value = (key: string) => form.get(`${variant.id}.${key}`);
    const wanted = {
      barcode: value('barcode').trim() || null,
      sku: value('sku').trim(),
      price: Math.max(0, figure(value('price')) ?? variant.price),
      compare_at_price: Math.max(0, figure(value('compare')) ?? 0),
      inventory_policy: value('policy') === 'continue' ? ('continue' as const) : ('deny' as const),
      inventory_management: value('tracked') === 'on' ? 'haravan' : null,
    };
    const present = [variant.barcode, variant.sku, variant.price, variant.compareAtPrice, variant.policy];
    const isSame =
      JSON.stringify([...present, variant.tracked ? 'haravan' : null]) === JSON.stringify(Object.values(wanted));
    if (!isSame) control.changeVariant(org.orgId, variant.id, wanted);
    for (const { id: locationId } of org.locations) {
      const onHand = figure(value(`stock.${locationId}`));
      if (onHand === undefined || onHand === org.stock.get(stockKey(locationId, variant.id))?.onHand) continue;
      control.setStock({ orgId: org.orgId, locationId, variantId: variant.id, onHand: Math.trunc(onHand) });
    }
  }
}
