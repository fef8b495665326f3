import type { HaravanProduct, HaravanVariant } from '@/src/clients/haravan/product';
import { comparableCode } from '@/src/domain/catalog/code';
import { searchText } from '@/src/domain/catalog/search-text';
import { toBarcode } from '@/src/domain/ids';
import type { ProductRecord, VariantRecord } from '../ports/catalog';

function variantRecord(variant: HaravanVariant, index: number): VariantRecord {
  const barcode = toBarcode(variant.barcode);
  return {
    variantId: variant.id,
    title: variant.title,
    barcode,
    code: barcode === null ? null : comparableCode(barcode),
    sku: variant.sku ?? '',
    price: variant.price,
    tracksInventory: variant.tracksInventory,
    allowsBackorder: variant.allowsBackorder,
    position: variant.position ?? index + 1,
    available: variant.inventoryQuantity ?? null,
  };
}

function findable({ title, variants }: HaravanProduct): string {
  const codes = variants.flatMap(({ barcode, sku }) => [barcode, sku]);
  return searchText([title, ...codes].filter(Boolean).join(' '));
}

/** A product as Haravan answers it, in the shape of the mirror. */
export function productRecord(product: HaravanProduct): ProductRecord {
  return {
    productId: product.id,
    title: product.title,
    searchText: findable(product),
    image: product.images[0]?.src ?? null,
    vendor: product.vendor ?? '',
    kind: product.productType ?? '',
    tags: product.tags.join(', '),
    updatedAt: product.updatedAt ?? null,
    variants: product.variants.map(variantRecord),
  };
}
