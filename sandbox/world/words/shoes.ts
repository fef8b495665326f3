import { PAIR, SOFT, WARM } from './colors';
import type { Template } from './template';

const MEN = ['39', '40', '41', '42', '43'] as const;
const WOMEN = ['35', '36', '37', '38', '39'] as const;

export const SHOES: readonly Template[] = [
  {
    title: 'Giày sneaker nam đế cao su',
    code: 'GS-NAM',
    type: 'Giày',
    priceFrom: 389,
    priceTo: 549,
    colors: PAIR,
    sizes: MEN,
  },
  {
    title: 'Giày búp bê nữ mũi vuông',
    code: 'GB-NU',
    type: 'Giày',
    priceFrom: 259,
    priceTo: 329,
    colors: WARM,
    sizes: WOMEN,
  },
  { title: 'Giày tây da bò', code: 'GT-DABO', type: 'Giày', priceFrom: 690, priceTo: 890, colors: PAIR, sizes: MEN },
  {
    title: 'Dép quai ngang đúc nguyên khối',
    code: 'DQ-DUC',
    type: 'Dép',
    priceFrom: 89,
    priceTo: 139,
    colors: SOFT,
    sizes: WOMEN,
  },
  {
    title: 'Sandal nữ quai mảnh',
    code: 'SD-MANH',
    type: 'Dép',
    priceFrom: 199,
    priceTo: 279,
    colors: PAIR,
    sizes: WOMEN,
  },
];
