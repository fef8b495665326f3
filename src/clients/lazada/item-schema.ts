import { z } from 'zod';
import { optionalVietnamInstant } from '../wire/instant';
import { list } from '../wire/rows';
import { absentable, amount, count, countOrZero, id, optionalText, text } from '../wire/scalars';
import type { LazadaCampaignLock, LazadaItem, LazadaSku, LazadaWarehouseStock } from './item';

/** Live data sends an array with empty strings in it, doc samples a JSON text (lazada.md §6.3). */
const images = list(text).transform((urls) => urls.filter((url) => url !== ''));

const warehouseStock = z
  .object({
    warehouseCode: text,
    quantity: countOrZero,
    totalQuantity: absentable(count),
    sellableQuantity: absentable(count),
    occupyQuantity: countOrZero,
    withholdQuantity: countOrZero,
  })
  .transform((wire): LazadaWarehouseStock => {
    const sellable = wire.sellableQuantity ?? wire.quantity;
    return {
      warehouseCode: wire.warehouseCode,
      total: wire.totalQuantity ?? sellable + wire.occupyQuantity + wire.withholdQuantity,
      sellable,
      occupied: wire.occupyQuantity,
      withheld: wire.withholdQuantity,
    };
  });

const campaignLock = z
  .object({
    channelName: text,
    sellableQuantity: countOrZero,
    startTime: optionalVietnamInstant,
    endTime: optionalVietnamInstant,
  })
  .transform(
    (wire): LazadaCampaignLock => ({
      channelName: wire.channelName,
      sellable: wire.sellableQuantity,
      startsAt: wire.startTime,
      endsAt: wire.endTime,
    }),
  );

/** `saleProp`, or the same keys flat on the SKU. */
const saleProperties = z.object({
  saleProp: z.record(z.string(), text).optional().catch(undefined),
  color_family: optionalText.catch(undefined),
  size: optionalText.catch(undefined),
});

function salePropertiesOf(wire: z.infer<typeof saleProperties>): Record<string, string> {
  const { color_family, size } = wire;
  return wire.saleProp ?? { ...(color_family && { color_family }), ...(size && { size }) };
}

const sku = saleProperties
  .extend({
    SkuId: id,
    SellerSku: absentable(text),
    ShopSku: optionalText,
    Status: optionalText,
    price: absentable(amount),
    special_price: absentable(amount),
    special_from_time: optionalVietnamInstant,
    special_from_date: optionalVietnamInstant,
    special_to_time: optionalVietnamInstant,
    special_to_date: optionalVietnamInstant,
    quantity: absentable(count),
    Available: absentable(count),
    Images: images,
    Url: optionalText,
    multiWarehouseInventories: list(warehouseStock),
    fblWarehouseInventories: list(z.unknown()),
    channelInventories: list(campaignLock),
  })
  .transform(
    (wire): LazadaSku => ({
      skuId: wire.SkuId,
      sellerSku: wire.SellerSku ?? '',
      shopSku: wire.ShopSku,
      status: wire.Status?.toLowerCase(),
      price: wire.price,
      specialPrice: wire.special_price || undefined,
      specialFrom: wire.special_from_time ?? wire.special_from_date,
      specialTo: wire.special_to_time ?? wire.special_to_date,
      sellable: wire.Available ?? wire.quantity,
      images: wire.Images,
      url: wire.Url,
      saleProperties: salePropertiesOf(wire),
      warehouses: wire.multiWarehouseInventories,
      campaignLocks: wire.channelInventories,
      isFulfilledByLazada: wire.fblWarehouseInventories.length > 0,
    }),
  );

/** An old gateway wrote the item's own members in camel case (lazada.md §6.3). */
const CAMEL_CASE = { itemId: 'item_id', createdTime: 'created_time', updatedTime: 'updated_time' };

function inSnakeCase(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || !('itemId' in item)) return item;
  const renamed = Object.entries(CAMEL_CASE).map(([camel, snake]) => [snake, Reflect.get(item, camel)]);
  return { ...Object.fromEntries(renamed), ...item };
}

const wireItem = z
  .object({
    item_id: id,
    attributes: z.object({ name: optionalText }).optional().catch(undefined),
    status: optionalText,
    subStatus: optionalText,
    created_time: optionalVietnamInstant,
    updated_time: optionalVietnamInstant,
    images,
    skus: list(sku),
  })
  .transform(
    (wire): LazadaItem => ({
      itemId: wire.item_id,
      name: wire.attributes?.name,
      status: wire.status,
      subStatus: wire.subStatus,
      createdAt: wire.created_time,
      updatedAt: wire.updated_time,
      images: wire.images,
      skus: wire.skus,
    }),
  );

export const itemSchema: z.ZodType<LazadaItem> = z.preprocess(inSnakeCase, wireItem);
