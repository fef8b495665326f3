import { PAIR } from './colors';
import type { Template } from './template';

/** Twelve variants: one for each kind of dirt and one clean. */
export const SMALL_GOODS: readonly Template[] = [
  { title: 'Áo thun cotton cổ tròn', code: 'AT-COTTON', type: 'Áo', priceFrom: 99, priceTo: 159, colors: PAIR },
  { title: 'Nồi inox 3 đáy 20 cm', code: 'NI-20', type: 'Nhà bếp', priceFrom: 249, priceTo: 329, ean: true },
  { title: 'Ấm siêu tốc 1,8 lít', code: 'AS-18', type: 'Nhà bếp', priceFrom: 259, priceTo: 359, ean: true },
  { title: 'Thớt gỗ teak chống mốc', code: 'TG-TEAK', type: 'Nhà bếp', priceFrom: 129, priceTo: 189, ean: true },
  { title: 'Giày sneaker nam', code: 'GS-NAM', type: 'Giày', priceFrom: 389, priceTo: 549, sizes: ['40'] },
  { title: 'Đèn bàn học chống cận', code: 'DB-HOC', type: 'Đồ gia dụng', priceFrom: 199, priceTo: 299 },
  { title: 'Kệ giày dép 5 tầng', code: 'KG-5', type: 'Đồ gia dụng', priceFrom: 189, priceTo: 269 },
  { title: 'Nến thơm tinh dầu', code: 'NT-DAU', type: 'Đồ gia dụng', priceFrom: 89, priceTo: 139 },
  { title: 'Balo laptop chống nước', code: 'BL-LAP', type: 'Phụ kiện', priceFrom: 289, priceTo: 459 },
  { title: 'Phin pha cà phê nhôm', code: 'PC-NHOM', type: 'Nhà bếp', priceFrom: 39, priceTo: 69 },
  { title: 'Ví da nam dáng ngang', code: 'VD-NAM', type: 'Phụ kiện', priceFrom: 199, priceTo: 299 },
];

/** The other tenant of the small world: four variants. */
export const SMALL_BAMBOO: readonly Template[] = [
  {
    title: 'Giỏ mây tre đan tay',
    code: 'TV-GIO',
    type: 'Đồ tre nứa',
    priceFrom: 129,
    priceTo: 219,
    sizes: ['Nhỏ', 'Lớn'],
  },
  { title: 'Bộ đũa tre (10 đôi)', code: 'TV-DUA', type: 'Đồ tre nứa', priceFrom: 39, priceTo: 59, ean: true },
  { title: 'Nón lá Huế bài thơ', code: 'TV-NON', type: 'Phụ kiện', priceFrom: 69, priceTo: 119 },
];
