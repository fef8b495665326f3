import { describe, expect, test } from 'vitest';
import { type LazadaAddress, shippingPlace } from './address';

function place(more: Partial<LazadaAddress>) {
  const { district, province } = shippingPlace({
    address1: '1 Lê Lợi',
    address3: '',
    address4: '',
    address5: '',
    city: '',
    ...more,
  });
  return [district, province];
}

describe('R4.3 the address, without the ward', () => {
  test('as Lazada Vietnam sends it', () => {
    const address = {
      address1: ' 12 Nguyễn Huệ ',
      address3: 'Hồ Chí Minh',
      address4: 'Quận 7',
      address5: 'Phường Tân Phú',
      city: 'Hồ Chí Minh-Quận 7-Phường Tân Phú',
    };
    expect(shippingPlace(address)).toEqual({ address1: '12 Nguyễn Huệ', district: 'Quận 7', province: 'Hồ Chí Minh' });
  });

  test.each([
    [
      'levels the other way round',
      { address3: 'Phường Tân Phú', address4: 'Quận 7', city: 'TP. Hồ Chí Minh' },
      ['Quận 7', 'TP. Hồ Chí Minh'],
    ],
    [
      'a district named like its province',
      { address3: 'Bắc Ninh', address4: 'Thành phố Bắc Ninh', address5: 'Phường Suối Hoa' },
      ['Thành phố Bắc Ninh', 'Bắc Ninh'],
    ],
    [
      'the same, district first',
      { address3: 'Thành phố Bắc Ninh', address4: 'Tỉnh Bắc Ninh' },
      ['Thành phố Bắc Ninh', 'Tỉnh Bắc Ninh'],
    ],
    [
      'two levels since 2025',
      { address3: 'Bà Rịa - Vũng Tàu (Mới)', address4: 'Phường 5' },
      ['', 'Bà Rịa - Vũng Tàu (Mới)'],
    ],
    ['two levels, no district', { address3: 'Hà Nội (Mới)', address4: 'Xã Đông Anh' }, ['', 'Hà Nội (Mới)']],
    [
      'a district without a prefix',
      { address3: 'Khánh Hoà', address4: 'Cam Ranh', address5: 'Cam Phú' },
      ['Cam Ranh', 'Khánh Hoà'],
    ],
    ['a bare third level is not taken for a district', { address3: 'Huế', address5: 'Vỹ Dạ' }, ['', 'Huế']],
    ['only city', { city: 'Đà Nẵng-Quận Hải Châu-Phường Thạch Thang' }, ['Quận Hải Châu', 'Đà Nẵng']],
    [
      'a town as district',
      { address3: 'Thừa Thiên Huế', address4: 'Thị xã Hương Thủy', address5: 'Thị trấn Phú Bài' },
      ['Thị xã Hương Thủy', 'Thừa Thiên Huế'],
    ],
    ['short prefixes', { address3: 'HCM', address4: 'Q.1', address5: 'P. Bến Nghé' }, ['Q.1', 'HCM']],
    [
      'decomposed marks',
      { address3: 'Đắk Lắk'.normalize('NFD'), address4: 'Huyện Ea Kar' },
      ['Huyện Ea Kar', 'Đắk Lắk'.normalize('NFD')],
    ],
    ['masked', { address3: 'H***', address4: '' }, ['', '']],
    ['nothing', {}, ['', '']],
  ] as const)('%s', (_case, address, expected) => {
    expect(place(address)).toEqual(expected);
  });
});
