import { Refusal, found, refuseField } from '../envelope';
import type { Org } from '../entities/org';
import type { Product, ProductImage } from '../entities/product';
import { imageOf } from '../load';
import type { Platform } from '../platform';
import type { ImageDraft } from './product-draft';

/** Pictures that came as text in a request, by path on this server. */
export const UPLOADS = '/images/uploads';
const MOST_BYTES = 4 * 1024 * 1024;

/** Without an event. A picture named by `src` is not fetched: its address stays (haravan.md §2.8). */
export function addImage(platform: Platform, org: Org, product: Product, draft: ImageDraft): ProductImage {
  if (!draft.src && !draft.attachment) throw refuseField('src', "can't be blank");
  const image = imageOf(platform.store, draft.src ?? '', platform.clock.now(), draft.filename ?? nameOf(draft.src));
  if (draft.attachment) upload(platform, image, draft.attachment);
  place(product, image, draft.position);
  link(platform, org, product, image, draft.variant_ids ?? []);
  return image;
}

export function changeImage(platform: Platform, org: Org, product: Product, image: ProductImage, draft: ImageDraft) {
  image.src = draft.src ?? image.src;
  image.filename = draft.filename ?? image.filename;
  if (draft.attachment) upload(platform, image, draft.attachment);
  if (draft.position !== undefined) {
    remove(product, image);
    place(product, image, draft.position);
  }
  if (draft.variant_ids) link(platform, org, product, image, draft.variant_ids);
  image.updatedAt = platform.clock.now();
}

export function removeImage(org: Org, product: Product, image: ProductImage): void {
  remove(product, image);
  unlink(org, product, image);
}

const nameOf = (src = ''): string => src.split(/[?#]/)[0]?.split('/').pop() ?? '';

function upload({ store }: Platform, image: ProductImage, attachment: string): void {
  const bytes = Buffer.from(attachment.replace(/^data:[^,]*,/, ''), 'base64');
  if (bytes.length === 0 || bytes.length > MOST_BYTES) throw new Refusal(422, { attachment: ['is invalid'] });
  image.filename ||= `${image.id}.jpg`;
  image.src = `${UPLOADS}/${image.id}/${encodeURIComponent(image.filename)}`;
  store.uploads.set(image.id, bytes);
}

function place({ images }: Product, image: ProductImage, position = images.length + 1): void {
  images.splice(Math.min(Math.max(1, position), images.length + 1) - 1, 0, image);
}

function remove({ images }: Product, image: ProductImage): void {
  images.splice(images.indexOf(image), 1);
}

function unlink(org: Org, product: Product, image: ProductImage): void {
  for (const id of product.variantIds) {
    const variant = org.variants.get(id);
    if (variant?.imageId === image.id) variant.imageId = null;
  }
}

function link({ store }: Platform, org: Org, product: Product, image: ProductImage, variantIds: number[]): void {
  const variants = variantIds.map((id) =>
    found(store, product.variantIds.includes(id) ? org.variants.get(id) : undefined),
  );
  unlink(org, product, image);
  image.variantIds = variantIds;
  for (const variant of variants) variant.imageId = image.id;
}
