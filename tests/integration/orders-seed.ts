import type { HaravanSeed } from '@/sandbox/haravan/seed';
import type { LazadaSeed } from '@/sandbox/lazada/seed';

export const ORG = '200000111111';
export const MAIN = 620001;
export const NORTH = 620002;
export const BLACK = 1090000001;
export const RED = 1090000002;
export const SELLER = '200012345678';
export const OTHER_SELLER = '200099999999';

/** What the catalog of another area would have written. */
export const VARIANTS = [
  { variantId: String(BLACK), code: 'AO-DEN-M' },
  { variantId: String(RED), code: 'AO-DO-M' },
];

const variant = { policy: 'deny' as const, tracked: true };

export const HARAVAN_SEED: HaravanSeed = {
  orgs: [
    {
      orgId: ORG,
      shop: 'hoa-mai',
      name: 'Hoa Mai',
      users: [{ id: '11', email: 'chu@example.vn', password: 'Mat-khau-1', name: 'Nguyễn Văn A', role: ['admin'] }],
      locations: [
        { id: MAIN, name: 'Kho Hồ Chí Minh', isPrimary: true },
        { id: NORTH, name: 'Kho Hà Nội' },
      ],
      products: [
        {
          id: 1040000001,
          title: 'Áo thun',
          variants: [
            {
              ...variant,
              id: BLACK,
              title: 'Đen / M',
              barcode: 'AO-DEN-M',
              sku: 'D',
              price: 150_000,
              stock: { [MAIN]: 20 },
            },
            {
              ...variant,
              id: RED,
              title: 'Đỏ / M',
              barcode: 'AO-DO-M',
              sku: 'R',
              price: 160_000,
              stock: { [MAIN]: 20, [NORTH]: 9 },
            },
          ],
        },
      ],
    },
  ],
};

export const LAZADA_SEED: LazadaSeed = {
  sellers: [
    {
      sellerId: SELLER,
      shortCode: 'VN10ABC',
      name: 'Áo Đẹp Shop',
      email: 'ban@example.vn',
      password: 'Mat-khau-1',
      country: 'vn',
      items: [
        {
          itemId: 2494373306,
          name: 'Áo thun cổ tròn',
          skus: [
            { skuId: 11, sellerSku: 'AO-DEN-M', price: 150_000, sellable: 20 },
            { skuId: 12, sellerSku: 'AO-DO-M', price: 160_000, sellable: 20 },
            { skuId: 13, sellerSku: 'KHONG-CO', price: 33_333, sellable: 20 },
          ],
        },
      ],
    },
    {
      sellerId: OTHER_SELLER,
      shortCode: 'VN10DEF',
      name: 'Giày Tốt',
      email: 'giay@example.vn',
      password: 'Mat-khau-2',
      country: 'vn',
      items: [{ itemId: 88, name: 'Áo', skus: [{ skuId: 880, sellerSku: 'AO-DEN-M', price: 155_000, sellable: 9 }] }],
    },
  ],
};
