import type { HaravanSeed } from '@/sandbox/haravan/seed';
import type { LazadaSeed } from '@/sandbox/lazada/seed';

/** One shop on each side, small enough to know by heart. */
export const LAZADA = {
  sellerId: '200012345678',
  itemId: '2494373306',
  blackId: '12215141846',
  blackSku: 'AO-DEN-M',
  redId: '12215141847',
  ownFleetSku: 'TU-GO',
  digitalSku: 'PHIEU-100',
};
export const HARAVAN = {
  orgId: '200000244883',
  shop: 'ao-dep',
  productId: '1040000001',
  blackId: '1090000001',
  blackSku: 'AO-DEN-M',
};
export const HARAVAN_LOCATION = '620001';

export const SELLER_LOGIN = { email: 'ban@example.vn', password: 'Mat-khau-1', country: 'vn' };
export const OWNER_LOGIN = { email: 'chu@example.vn', password: 'Mat-khau-1' };

export const LAZADA_SEED: LazadaSeed = {
  sellers: [
    {
      sellerId: LAZADA.sellerId,
      shortCode: 'VN10ABC',
      name: 'Áo Đẹp Shop',
      ...SELLER_LOGIN,
      items: [
        {
          itemId: Number(LAZADA.itemId),
          name: 'Áo thun cổ tròn',
          image: 'https://vn-live.slatic.net/p/58a4f48c8e5d526ba0f4ee2150dff8ab.jpg',
          skus: [
            {
              skuId: Number(LAZADA.blackId),
              sellerSku: 'AO-DEN-M',
              price: 150_000,
              specialPrice: 129_000,
              sellable: 400,
            },
            { skuId: Number(LAZADA.redId), sellerSku: 'ÁO-ĐỎ & XANH+M', price: 160_000, sellable: 100_000 },
          ],
        },
        {
          itemId: 2494373307,
          name: 'Tủ gỗ, shop tự giao',
          skus: [
            { skuId: 12215141850, sellerSku: LAZADA.ownFleetSku, price: 900_000, sellable: 100_000, ownFleet: true },
          ],
        },
        {
          itemId: 2494373308,
          name: 'Phiếu quà tặng điện tử',
          skus: [
            { skuId: 12215141851, sellerSku: LAZADA.digitalSku, price: 100_000, sellable: 100_000, digital: true },
          ],
        },
      ],
    },
  ],
};

const variant = { compareAtPrice: 0, policy: 'deny' as const, tracked: true };

export const HARAVAN_SEED: HaravanSeed = {
  orgs: [
    {
      orgId: HARAVAN.orgId,
      shop: HARAVAN.shop,
      name: 'Áo Đẹp',
      users: [{ id: '11', ...OWNER_LOGIN, name: 'Nguyễn Văn A', role: ['admin'] }],
      locations: [{ id: Number(HARAVAN_LOCATION), name: 'Kho Hồ Chí Minh', isPrimary: true }],
      products: [
        {
          id: Number(HARAVAN.productId),
          title: 'Áo thun cổ tròn',
          image: 'https://product.hstatic.net/200000244883/product/ao-thun.jpg',
          variants: [
            {
              ...variant,
              id: Number(HARAVAN.blackId),
              title: 'Đen / M',
              barcode: 'AO-DEN-M',
              sku: 'AO-DEN-M',
              price: 150_000,
              stock: { [HARAVAN_LOCATION]: 100_000 },
            },
          ],
        },
      ],
    },
  ],
};
