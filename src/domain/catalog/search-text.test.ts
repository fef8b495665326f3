import { expect, it } from 'vitest';
import { searchText } from './search-text';

it.each([
  ['Áo thun Cổ Tròn', 'ao thun co tron'],
  ['ĐẦM đỏ', 'dam do'],
  ['  nồi \n cơm  điện ', 'noi com dien'],
  ['A\u0301o', 'ao'],
  ['SKU-001', 'sku-001'],
])('folds %j', (text, folded) => {
  expect(searchText(text)).toBe(folded);
});
