import { type Api, type ApiContext, idParam, requireScope } from '../api';
import { readBody } from '../body';
import { addImage, changeImage, removeImage } from '../catalog/images';
import { imageDraft } from '../catalog/product-draft';
import { touch } from '../catalog/touch';
import type { ProductImage } from '../entities/product';
import { found } from '../envelope';
import { formatImage } from '../formatters/product';
import { pageOf, pageRequest, project } from '../listing';
import type { Platform } from '../platform';
import { productOf } from './product-of';

/** haravan.md §2.8 */
export function addImageRoutes(api: Api, platform: Platform): void {
  const { store } = platform;
  const base = '/com/products/:productId/images';
  const imageAt = (c: ApiContext) => {
    const product = productOf(platform, c);
    const wanted = idParam(c, 'id');
    return {
      product,
      image: found(
        store,
        product.images.find(({ id }) => id === wanted),
      ),
    };
  };
  const format = (c: ApiContext, image: ProductImage) =>
    formatImage(productOf(platform, c), image, platform.publicUrl());

  api.get(base, (c) => {
    requireScope(c, 'products', 'read');
    const page = pageOf(productOf(platform, c).images, pageRequest(c, store.modes.pageCap));
    return c.json({ images: page.map((image) => project(c, format(c, image))) });
  });

  api.get(`${base}/count`, (c) => {
    requireScope(c, 'products', 'read');
    return c.json({ count: productOf(platform, c).images.length });
  });

  api.get(`${base}/:id`, (c) => {
    requireScope(c, 'products', 'read');
    return c.json({ image: format(c, imageAt(c).image) });
  });

  api.post(base, async (c) => {
    requireScope(c, 'products', 'write');
    const [org, product] = [c.get('org'), productOf(platform, c)];
    const image = addImage(platform, org, product, await readBody(c, imageDraft, 'image'));
    touch(platform, org, product);
    return c.json({ image: format(c, image) }, 201);
  });

  api.put(`${base}/:id`, async (c) => {
    requireScope(c, 'products', 'write');
    const { product, image } = imageAt(c);
    changeImage(platform, c.get('org'), product, image, await readBody(c, imageDraft, 'image'));
    touch(platform, c.get('org'), product);
    return c.json({ image: format(c, image) });
  });

  api.delete(`${base}/:id`, (c) => {
    requireScope(c, 'products', 'write');
    const { product, image } = imageAt(c);
    removeImage(c.get('org'), product, image);
    touch(platform, c.get('org'), product);
    return c.json([]);
  });
}
