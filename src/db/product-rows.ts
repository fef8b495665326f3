import type { ProductRecord } from '@/src/sync/ports/catalog';
import type { Tx } from './client';
import type { Product, Variant } from './generated/client';

/** A hundred products a page, a hundred variants each: one statement per table. */
export async function upsertProducts(tx: Tx, merchantId: string, products: readonly ProductRecord[], readAt: Date) {
  if (products.length === 0) return;
  const rows = products.map(({ variants: _variants, ...product }) => product);
  await tx.$executeRaw`
    INSERT INTO "Product" ("merchantId", "productId", title, "searchText", image, vendor, kind, tags, "updatedAt", "readAt")
    SELECT ${merchantId}::uuid, r."productId", r.title, r."searchText", r.image, r.vendor, r.kind, r.tags, r."updatedAt", ${readAt}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r("productId" text, title text, "searchText" text, image text,
      vendor text, kind text, tags text, "updatedAt" timestamptz)
    ON CONFLICT ("merchantId", "productId") DO UPDATE SET title = excluded.title, "searchText" = excluded."searchText",
      image = excluded.image, vendor = excluded.vendor, kind = excluded.kind, tags = excluded.tags,
      "updatedAt" = excluded."updatedAt", "readAt" = excluded."readAt", "deletedAt" = NULL`;
}

export async function upsertVariants(tx: Tx, merchantId: string, products: readonly ProductRecord[], readAt: Date) {
  const rows = products.flatMap(({ productId, variants }) => variants.map((variant) => ({ ...variant, productId })));
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Variant" ("merchantId", "variantId", "productId", title, barcode, code, sku, price, "tracksInventory",
      "allowsBackorder", position, available, "readAt")
    SELECT ${merchantId}::uuid, r."variantId", r."productId", r.title, r.barcode, r.code, r.sku, r.price, r."tracksInventory",
      r."allowsBackorder", r.position, r.available, ${readAt}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r("variantId" text, "productId" text, title text, barcode text,
      code text, sku text, price numeric, "tracksInventory" boolean, "allowsBackorder" boolean, position int, available int)
    ON CONFLICT ("merchantId", "variantId") DO UPDATE SET "productId" = excluded."productId", title = excluded.title,
      barcode = excluded.barcode, code = excluded.code, sku = excluded.sku, price = excluded.price,
      "tracksInventory" = excluded."tracksInventory", "allowsBackorder" = excluded."allowsBackorder",
      position = excluded.position, available = excluded.available, "readAt" = excluded."readAt", "deletedAt" = NULL`;
}

/** Variants that a product has no more, and products that Haravan has no more with all their variants. */
export async function markDeleted(
  tx: Tx,
  merchantId: string,
  read: { products: readonly ProductRecord[]; deletedProductIds: readonly string[] },
  at: Date,
): Promise<void> {
  const alive = read.products.flatMap((product) => product.variants.map((variant) => variant.variantId));
  const productIds = [...read.products.map((product) => product.productId), ...read.deletedProductIds];
  await tx.$executeRaw`
    UPDATE "Variant" SET "deletedAt" = ${at} WHERE "merchantId" = ${merchantId}::uuid AND "deletedAt" IS NULL
      AND "productId" = ANY(${productIds}::text[]) AND "variantId" <> ALL(${alive}::text[])`;
  await tx.$executeRaw`
    UPDATE "Product" SET "deletedAt" = ${at} WHERE "merchantId" = ${merchantId}::uuid AND "deletedAt" IS NULL
      AND "productId" = ANY(${[...read.deletedProductIds]}::text[])`;
}

function variantOf(row: Variant) {
  const { variantId, title, barcode, code, sku, tracksInventory, allowsBackorder, position, available } = row;
  const price = row.price.toNumber();
  return { variantId, title, barcode, code, sku, price, tracksInventory, allowsBackorder, position, available };
}

export function productsOf(products: readonly Product[], variants: readonly Variant[]): ProductRecord[] {
  const byProduct = Map.groupBy(variants, (variant) => variant.productId);
  return products.map(({ productId, title, searchText, image, vendor, kind, tags, updatedAt }) => {
    const mine = (byProduct.get(productId) ?? []).map(variantOf);
    return { productId, title, searchText, image, vendor, kind, tags, updatedAt, variants: mine };
  });
}
