import type { HaravanOrg, HaravanVariant } from '../oracle/raw-haravan';
import type { LazadaOrder, LazadaSeller, LazadaSku } from '../oracle/raw-lazada';

export const HCM = 1;
export const HANOI = 2;
export const ON_THE_ROAD = 3;
export const DAMAGED = 4;

const place = { type: null, is_primary: false, is_unavailable_quantity: false };

export function org(
  products: Record<number, HaravanVariant[]>,
  stock: Record<number, [number, number][]> = {},
): HaravanOrg {
  return {
    orgId: '1',
    shop: 'hoa-mai',
    installed: true,
    products: Object.entries(products).map(([id, variants]) => ({
      id: Number(id),
      title: `Áo ${id}`,
      variants: variants.map((each) => ({ ...each, product_id: Number(id) })),
    })),
    locations: [
      { ...place, id: HCM, name: 'Kho Hồ Chí Minh', is_primary: true },
      { ...place, id: HANOI, name: 'Kho Hà Nội' },
      { ...place, id: ON_THE_ROAD, name: 'Đi đường', type: 'ontheroad' },
      { ...place, id: DAMAGED, name: 'Hàng lỗi', is_unavailable_quantity: true },
    ],
    stock: Object.entries(stock).flatMap(([variantId, rows]) =>
      rows.map(([locationId, available]) => ({ variantId: Number(variantId), locationId, available })),
    ),
    orders: [],
    subscriptions: [],
  };
}

export function variant(id: number, barcode: string | null, more: Partial<HaravanVariant> = {}): HaravanVariant {
  const managed = { inventory_management: 'haravan', inventory_policy: 'deny' };
  return { id, product_id: 0, title: `Cỡ ${id}`, barcode, price: 100_000, ...managed, ...more };
}

export function sku(skuId: number, sellerSku: string, more: Partial<LazadaSku> = {}): LazadaSku {
  const untouched = { priceWrites: 0, quantityWrites: 0 };
  return {
    skuId,
    sellerSku,
    price: 1,
    specialPrice: null,
    priceRange: null,
    sellable: 1,
    status: 'active',
    ...untouched,
    ...more,
  };
}

export function seller(skus: LazadaSku[], orders: LazadaOrder[] = []): LazadaSeller {
  return {
    sellerId: '9',
    name: 'Hoa Mai',
    items: skus.map((each) => ({ itemId: each.skuId, name: '', skus: [each] })),
    orders,
  };
}

const BUYER = {
  name: 'Nguyễn Văn Minh',
  phone: '0912345659',
  province: 'Hồ Chí Minh',
  district: 'Quận 7',
  ward: 'Phường Tân Phú',
  address: '12 Nguyễn Thị Thập',
};

/** Units `[sellerSku, status, package]` at 100 000 ₫ each. */
export function order(units: [string, string, string?][], more: Partial<LazadaOrder> = {}): LazadaOrder {
  return {
    orderId: '300000000000001',
    paymentMethod: 'COD',
    paidAt: null,
    voucherSeller: 0,
    voucherPlatform: 0,
    shippingFee: 0,
    buyer: BUYER,
    items: units.map(([sellerSku, status, packageId = ''], at) => ({
      orderItemId: String(at),
      sellerSku,
      status,
      itemPrice: 100_000,
      packageId,
    })),
    ...more,
  };
}
