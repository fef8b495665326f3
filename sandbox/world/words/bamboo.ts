import { PAIR, SOFT } from './colors';
import type { Template } from './template';

const BAMBOO = 'Đồ tre nứa';

/** The second merchant's goods. */
export const BAMBOO_GOODS: readonly Template[] = [
  {
    title: 'Giỏ mây tre đan tay',
    code: 'TV-GIO',
    type: BAMBOO,
    priceFrom: 129,
    priceTo: 219,
    sizes: ['Nhỏ', 'Vừa', 'Lớn'],
  },
  {
    title: 'Khay gỗ tre phục vụ trà',
    code: 'TV-KHAY',
    type: BAMBOO,
    priceFrom: 149,
    priceTo: 249,
    sizes: ['Nhỏ', 'Lớn'],
  },
  { title: 'Bộ đũa tre (10 đôi)', code: 'TV-DUA', type: BAMBOO, priceFrom: 39, priceTo: 59, ean: true },
  { title: 'Ống hút tre kèm cọ rửa', code: 'TV-ONGHUT', type: BAMBOO, priceFrom: 45, priceTo: 79, ean: true },
  { title: 'Bàn chải tre lông mềm', code: 'TV-BANCHAI', type: BAMBOO, priceFrom: 25, priceTo: 45, colors: SOFT },
  { title: 'Đèn ngủ vỏ tre', code: 'TV-DEN', type: BAMBOO, priceFrom: 259, priceTo: 399, colors: PAIR },
  {
    title: 'Áo thun sợi tre',
    code: 'TV-AOTRE',
    type: 'Áo',
    priceFrom: 179,
    priceTo: 229,
    colors: PAIR,
    sizes: ['S', 'M', 'L', 'XL'],
  },
  { title: 'Khăn mặt sợi tre', code: 'TV-KHAN', type: 'Khăn', priceFrom: 29, priceTo: 49, colors: SOFT },
  {
    title: 'Chiếu trúc hạt',
    code: 'TV-CHIEU',
    type: BAMBOO,
    priceFrom: 590,
    priceTo: 990,
    sizes: ['1m2', '1m6', '1m8'],
  },
  { title: 'Mành tre che nắng', code: 'TV-MANH', type: BAMBOO, priceFrom: 159, priceTo: 299, sizes: ['1m', '1m5'] },
  {
    title: 'Thớt tre ép hai mặt',
    code: 'TV-THOT',
    type: BAMBOO,
    priceFrom: 89,
    priceTo: 159,
    sizes: ['Nhỏ', 'Lớn'],
    ean: true,
  },
  { title: 'Hộp khăn giấy gỗ tre', code: 'TV-HOP', type: BAMBOO, priceFrom: 99, priceTo: 149, ean: true },
  { title: 'Tất sợi tre khử mùi', code: 'TV-TAT', type: 'Phụ kiện', priceFrom: 35, priceTo: 55, colors: PAIR },
  { title: 'Nón lá Huế bài thơ', code: 'TV-NON', type: 'Phụ kiện', priceFrom: 69, priceTo: 119 },
  { title: 'Võng dù xếp gọn', code: 'TV-VONG', type: 'Đồ gia dụng', priceFrom: 199, priceTo: 299 },
  { title: 'Bình tre giữ nhiệt', code: 'TV-BINH', type: BAMBOO, priceFrom: 189, priceTo: 259, ean: true },
];
