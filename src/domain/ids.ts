declare const brand: unique symbol;

/** A value that went through the constructor of its name and cannot be swapped for another. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type ConnectionId = Branded<string, 'ConnectionId'>;
export type ProductId = Branded<string, 'ProductId'>;
export type VariantId = Branded<string, 'VariantId'>;
export type LocationId = Branded<string, 'LocationId'>;
export type ItemId = Branded<string, 'ItemId'>;
export type SkuId = Branded<string, 'SkuId'>;
export type LazadaOrderId = Branded<string, 'LazadaOrderId'>;
export type OrderItemId = Branded<string, 'OrderItemId'>;
export type PackageId = Branded<string, 'PackageId'>;
export type HaravanOrderId = Branded<string, 'HaravanOrderId'>;
export type FulfillmentId = Branded<string, 'FulfillmentId'>;

/** Codes are kept exactly as written, since that text addresses the thing on its platform. */
export type SellerSku = Branded<string, 'SellerSku'>;
export type Barcode = Branded<string, 'Barcode'>;

/** Platform ids are digits or short tokens; anything else would be a field read from the wrong place. */
const idText = /^[A-Za-z0-9_-]{1,64}$/;

export function isIdText(text: string): boolean {
  return idText.test(text);
}

function identifier<Id extends string>(name: string): (text: string) => Id {
  return (text) => {
    if (!isIdText(text)) throw new RangeError(`not a valid ${name}: ${JSON.stringify(text.slice(0, 80))}`);
    return text as Id;
  };
}

/** Constructors throw RangeError: a bad id past the edge is a fault of ours, not of a merchant. */
export const connectionId = identifier<ConnectionId>('connection id');
export const productId = identifier<ProductId>('product id');
export const variantId = identifier<VariantId>('variant id');
export const locationId = identifier<LocationId>('location id');
export const itemId = identifier<ItemId>('item id');
export const skuId = identifier<SkuId>('SKU id');
export const lazadaOrderId = identifier<LazadaOrderId>('Lazada order id');
export const orderItemId = identifier<OrderItemId>('order item id');
export const packageId = identifier<PackageId>('package id');
export const haravanOrderId = identifier<HaravanOrderId>('Haravan order id');
export const fulfillmentId = identifier<FulfillmentId>('fulfillment id');

function code<Code extends string>(raw: string | null | undefined): Code | null {
  return raw == null || raw.trim() === '' ? null : (raw as Code);
}

/** Empty or whitespace-only means missing: null. Otherwise the text as it came, untrimmed. */
export function toBarcode(raw: string | null | undefined): Barcode | null {
  return code<Barcode>(raw);
}

export function toSellerSku(raw: string | null | undefined): SellerSku | null {
  return code<SellerSku>(raw);
}
