import { z } from 'zod';
import { optionalUtcInstant } from '../wire/instant';
import { list } from '../wire/rows';
import { absentable, amount, count, id, optionalId, optionalText, text } from '../wire/scalars';
import { tagList } from './fields';
import type { HaravanPrices, HaravanProduct, HaravanVariant } from './product';

export const variantSchema: z.ZodType<HaravanVariant> = z
  .object({
    id,
    product_id: id,
    title: optionalText,
    barcode: optionalText,
    sku: optionalText,
    price: amount,
    compare_at_price: absentable(amount),
    inventory_management: optionalText,
    inventory_policy: optionalText,
    inventory_quantity: absentable(count),
    position: absentable(count),
    image_id: optionalId,
    created_at: optionalUtcInstant,
    updated_at: optionalUtcInstant,
  })
  .transform(
    (wire): HaravanVariant => ({
      id: wire.id,
      productId: wire.product_id,
      title: wire.title ?? '',
      barcode: wire.barcode,
      sku: wire.sku,
      price: wire.price,
      compareAtPrice: wire.compare_at_price || undefined,
      tracksInventory: wire.inventory_management?.toLowerCase() === 'haravan',
      allowsBackorder: wire.inventory_policy?.toLowerCase() === 'continue',
      inventoryQuantity: wire.inventory_quantity,
      position: wire.position,
      imageId: wire.image_id,
      createdAt: wire.created_at,
      updatedAt: wire.updated_at,
    }),
  );

export const pricesSchema: z.ZodType<HaravanPrices> = z.object({
  id,
  variants: z.array(z.object({ id, price: amount })),
});

const image = z
  .object({ id, src: text, variant_ids: list(id) })
  .transform(({ variant_ids, ...same }) => ({ ...same, variantIds: variant_ids }));

export const productSchema: z.ZodType<HaravanProduct> = z
  .object({
    id,
    title: text,
    handle: optionalText,
    vendor: optionalText,
    product_type: optionalText,
    tags: tagList,
    created_at: optionalUtcInstant,
    updated_at: optionalUtcInstant,
    published_at: optionalUtcInstant,
    images: list(image),
    options: list(z.object({ name: text, position: absentable(count) })),
    variants: z.array(variantSchema),
  })
  .transform(({ product_type, created_at, updated_at, published_at, ...same }): HaravanProduct => {
    const times = { createdAt: created_at, updatedAt: updated_at, publishedAt: published_at };
    return { ...same, ...times, productType: product_type };
  });
