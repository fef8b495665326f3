import { SECOND_SMALL_DIRT, SECOND_STORY_DIRT, SMALL_DIRT, STORY_DIRT, type DirtPlan } from './dirt/plan';
import { BAMBOO_GOODS } from './words/bamboo';
import { CLOTHING } from './words/clothing';
import { HOUSEHOLD } from './words/household';
import { SHOES } from './words/shoes';
import { SMALL_BAMBOO, SMALL_GOODS } from './words/small';
import type { Template } from './words/template';

export type WorldSize = 'story' | 'small';
export type Person = { id: string; email: string; password: string; name: string };
export type SellerAccount = {
  sellerId: string;
  shortCode: string;
  name: string;
  email: string;
  password: string;
  country: string;
};

/** One Haravan organisation and the Lazada shop that its owner runs. */
export type Merchant = {
  orgId: string;
  shop: string;
  name: string;
  owner: Person;
  staff: Person;
  seller: SellerAccount;
  /** A warehouse of damaged goods whose stock must not be sold. */
  hasDamagedGoods: boolean;
  goods: Record<WorldSize, readonly Template[]>;
  dirt: Record<WorldSize, DirtPlan>;
  /** How many codes of the merchant before it uses as well. */
  sharedCodes: Record<WorldSize, number>;
};

const PASSWORD = 'Haravan@2024';
const LAZADA_PASSWORD = 'Lazada@2024';

export const MERCHANTS: readonly Merchant[] = [
  {
    orgId: '200000111111',
    shop: 'hoa-mai',
    name: 'Hoa Mai',
    owner: { id: '1000111001', email: 'chu@hoamai.vn', password: PASSWORD, name: 'Nguyễn Thị Mai' },
    staff: { id: '1000111002', email: 'nhanvien@hoamai.vn', password: PASSWORD, name: 'Trần Văn Bình' },
    seller: {
      sellerId: '200012345678',
      shortCode: 'VNHOAMAI1',
      name: 'Hoa Mai Official',
      email: 'lazada@hoamai.vn',
      password: LAZADA_PASSWORD,
      country: 'vn',
    },
    hasDamagedGoods: true,
    goods: { story: [...CLOTHING, ...SHOES, ...HOUSEHOLD], small: SMALL_GOODS },
    dirt: { story: STORY_DIRT, small: SMALL_DIRT },
    sharedCodes: { story: 0, small: 0 },
  },
  {
    orgId: '200000222222',
    shop: 'tre-viet',
    name: 'Tre Việt',
    owner: { id: '1000222001', email: 'chu@treviet.vn', password: PASSWORD, name: 'Lê Hoàng Trúc' },
    staff: { id: '1000222002', email: 'nhanvien@treviet.vn', password: PASSWORD, name: 'Phạm Thu Hà' },
    seller: {
      sellerId: '200087654321',
      shortCode: 'VNTREVIE2',
      name: 'Tre Việt Store',
      email: 'lazada@treviet.vn',
      password: LAZADA_PASSWORD,
      country: 'vn',
    },
    hasDamagedGoods: false,
    goods: { story: BAMBOO_GOODS, small: SMALL_BAMBOO },
    dirt: { story: SECOND_STORY_DIRT, small: SECOND_SMALL_DIRT },
    sharedCodes: { story: 5, small: 1 },
  },
];

/** A seller of another country: connecting it must be refused (spec R1.3). */
export const FOREIGN_SELLER: SellerAccount = {
  sellerId: '300011112222',
  shortCode: 'SGMERLION',
  name: 'Merlion Mart',
  email: 'lazada@merlion.sg',
  password: LAZADA_PASSWORD,
  country: 'sg',
};
