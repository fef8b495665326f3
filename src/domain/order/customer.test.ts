import { describe, expect, test } from 'vitest';
import { decideCustomer, normalizePhone, splitName } from './customer';

describe('R4.3 the customer', () => {
  test('is found by phone, named in Vietnamese order', () => {
    expect(decideCustomer({ firstName: 'Nguyễn Văn An', lastName: '', phone: '84912345678' })).toEqual({
      kind: 'person',
      phone: '0912345678',
      name: { firstName: 'An', lastName: 'Nguyễn Văn' },
    });
  });

  test.each([
    ['N***********h', '', '84******59', 'masked'],
    ['Nguyễn Văn An', '', '84******59', 'masked'],
    ['N*', '', '0912345678', 'masked'],
    ['An', '*****', '0912345678', 'masked'],
    ['Nguyễn Văn An', '', '', 'no_phone'],
    ['', '', '-', 'no_phone'],
  ])('%j %j %j is the guest: %s', (firstName, lastName, phone, because) => {
    expect(decideCustomer({ firstName, lastName, phone })).toEqual({ kind: 'guest', because });
  });

  test('without a name is still found by phone', () => {
    expect(decideCustomer({ firstName: '', lastName: '', phone: '0912345678' })).toEqual({
      kind: 'person',
      phone: '0912345678',
      name: { firstName: '', lastName: '' },
    });
  });

  test.each([
    ['84912345678', '0912345678'],
    ['840912345678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['0842345678', '0842345678'],
    ['(028) 3822-1234', '02838221234'],
    ['', null],
    ['n/a', null],
  ])('phone %j → %j', (raw, phone) => {
    expect(normalizePhone(raw)).toBe(phone);
  });

  test.each([
    ['Nguyễn Thị Minh Khai', 'Khai', 'Nguyễn Thị Minh'],
    ['  Lê   Lợi ', 'Lợi', 'Lê'],
    ['Lan', 'Lan', ''],
    ['', '', ''],
    ['Nguyễn Văn Á'.normalize('NFD'), 'Á', 'Nguyễn Văn'],
  ])('%j → first name %j, last name %j', (fullName, firstName, lastName) => {
    expect(splitName(fullName)).toEqual({ firstName, lastName });
  });
});
