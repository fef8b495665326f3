import type { LazadaSeed } from '../seed';

export const SELLER = '200012345678';
export const OTHER_SELLER = '200099999999';
export const FOREIGN_SELLER = '200055555555';
export const CALLBACK = 'http://localhost:3000/connect/lazada/callback';
export const ITEM = 2494373306;
export const BLACK = 12215141846;
export const RED = 12215141847;

export const SEED: LazadaSeed = {
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
          itemId: ITEM,
          name: 'Áo thun cổ tròn',
          skus: [
            { skuId: BLACK, sellerSku: 'AO-DEN-M', price: 150_000, sellable: 10 },
            { skuId: RED, sellerSku: 'AO-DO-M', price: 160_000, sellable: 5 },
          ],
        },
        { itemId: 77, name: 'Mũ', skus: [{ skuId: 770, sellerSku: 'MU', price: 90_000, sellable: 0 }] },
      ],
    },
    {
      sellerId: OTHER_SELLER,
      shortCode: 'VN10DEF',
      name: 'Giày Tốt',
      email: 'giay@example.vn',
      password: 'Mat-khau-2',
      country: 'vn',
      items: [{ itemId: 88, name: 'Giày', skus: [{ skuId: 880, sellerSku: 'GIAY', price: 500_000, sellable: 3 }] }],
    },
    {
      sellerId: FOREIGN_SELLER,
      shortCode: 'SG10XYZ',
      name: 'SG Shop',
      email: 'sell@example.sg',
      password: 'Password-3',
      country: 'sg',
      items: [],
    },
  ],
};
