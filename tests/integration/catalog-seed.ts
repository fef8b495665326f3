import type { HaravanSeed } from '@/sandbox/haravan/seed';
import type { LazadaSeed } from '@/sandbox/lazada/seed';

export const ORG = '200000111111';
export const MAIN = 620001;
export const NORTH = 620002;
export const ON_THE_ROAD = 620003;
export const SELLER = '200012345678';
export const OTHER_SELLER = '200099999999';
export const SHIRT = 1040000001;
export const CUP = 1040000002;
export const ITEM = 2494373306;
/** Variants, each named for its code. */
export const V = { black: 1090000001, red: 1090000002, cup: 1090000003 };

const plain = { tracked: true, policy: 'deny' as const, sku: '' };

export const haravanSeed = (): HaravanSeed => ({
  orgs: [
    {
      orgId: ORG,
      shop: 'hoa-mai',
      name: 'Hoa Mai',
      users: [{ id: '11', email: 'chu@example.vn', password: 'Mat-khau-1', name: 'Nguyễn Văn A', role: ['admin'] }],
      locations: [
        { id: MAIN, name: 'Kho Hồ Chí Minh', isPrimary: true },
        { id: NORTH, name: 'Kho Hà Nội' },
        { id: ON_THE_ROAD, name: 'Đang chuyển', type: 'ontheroad' },
      ],
      products: [
        {
          id: SHIRT,
          title: 'Áo thun',
          variants: [
            {
              ...plain,
              id: V.black,
              title: 'Đen',
              barcode: 'AO-DEN',
              price: 150_000,
              stock: { [MAIN]: 12, [NORTH]: 3 },
            },
            { ...plain, id: V.red, title: 'Đỏ', barcode: 'AO-DO', price: 160_000, stock: { [MAIN]: 5 } },
          ],
        },
        {
          id: CUP,
          title: 'Ly sứ',
          variants: [
            { ...plain, id: V.cup, title: 'Default Title', barcode: 'LY', price: 90_000, stock: { [MAIN]: 40 } },
          ],
        },
      ],
    },
  ],
});

const account = { shortCode: 'VN10ABC', password: 'Mat-khau-1', country: 'vn' };

export const lazadaSeed = (): LazadaSeed => ({
  sellers: [
    {
      ...account,
      sellerId: SELLER,
      name: 'Áo Đẹp Shop',
      email: 'ban@example.vn',
      items: [
        {
          itemId: ITEM,
          name: 'Áo thun cổ tròn',
          skus: [
            { skuId: 11, sellerSku: 'AO-DEN', price: 120_000, sellable: 9 },
            { skuId: 12, sellerSku: 'AO-DO', price: 160_000, sellable: 5 },
          ],
        },
        { itemId: ITEM + 1, name: 'Ly', skus: [{ skuId: 21, sellerSku: 'LY', price: 90_000, sellable: 7 }] },
      ],
    },
    {
      ...account,
      sellerId: OTHER_SELLER,
      name: 'Giày Tốt',
      email: 'giay@example.vn',
      items: [{ itemId: 88, name: 'Áo', skus: [{ skuId: 880, sellerSku: 'AO-DEN', price: 155_000, sellable: 9 }] }],
    },
  ],
});

export const seeds = () => ({ haravan: haravanSeed(), lazada: lazadaSeed() });
