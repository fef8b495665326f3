import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import en from '@/app/messages/en/orderStatus.json';
import vi from '@/app/messages/vi/orderStatus.json';
import { ITEM_STATUSES } from '@/src/domain/order/item-status';
import { cancelChoice } from './common-reasons';
import { absence } from './import-words';
import { pressable } from './pressable';

const free = { readyToShip: null, print: null, cancel: null };
const shipped = { readyToShip: 'nothing_to_ship', print: null, cancel: 'nothing_to_cancel' } as const;

describe('R4.6 buttons act on what they can, and say why on what they cannot', () => {
  test.each([
    ['nothing picked', [], false, { orderIds: [], hindrance: 'none_picked' }],
    ['access lapsed', [free], true, { orderIds: ['0'], hindrance: 'access' }],
    ['one of two', [free, shipped], false, { orderIds: ['0'], hindrance: null }],
    ['none, for one reason', [shipped, shipped], false, { orderIds: [], hindrance: 'nothing_to_ship' }],
    [
      'none, for several reasons',
      [shipped, { ...free, readyToShip: 'running' as const }],
      false,
      { orderIds: [], hindrance: 'mixed' },
    ],
  ])('%s', (_, abilities, lapsed, expected) => {
    const orders = abilities.map((each, at) => ({ lazadaOrderId: String(at), abilities: each }));
    expect(pressable(orders, 'readyToShip', lapsed)).toEqual(expected);
  });

  test('orders are canceled together by a reason name that all of them have', () => {
    const order = (lazadaOrderId: string, names: string[], packageIds: string[] = []) => {
      return { lazadaOrderId, names, packageIds, tip: names.length > 0 ? null : 'cannot be canceled' };
    };
    const orders = [order('1', ['Hết hàng', 'Sai giá'], ['P1']), order('2', ['Sai giá', 'Khác']), order('3', [])];
    expect(cancelChoice({ orders, unasked: ['4'] })).toEqual({
      names: ['Sai giá'],
      orderIds: ['1', '2', '4'],
      unasked: 1,
      packed: 1,
      refused: [{ lazadaOrderId: '3', tip: 'cannot be canceled' }],
    });
    expect(cancelChoice({ orders: [order('1', ['A']), order('2', ['B'])], unasked: [] }).names).toEqual([]);
  });
});

describe('R4.1 an order that is not in Haravan says why', () => {
  const order = { decision: 'waiting', decisionReason: null, haravan: 'absent' as const };
  test.each([
    [{ ...order, haravan: 'pending' as const }, null],
    [{ ...order, haravan: 'deleted' as const }, 'deleted'],
    [order, 'waiting'],
    [{ ...order, decision: 'failing' }, 'failing'],
    [{ ...order, decision: 'skipped', decisionReason: 'never_paid' }, 'never_paid'],
  ])('%j → %s', (given, why) => expect(absence(given)).toBe(why));
});

describe('R6.1 no code without a word', () => {
  test.each(Object.keys(ITEM_STATUSES))('%s has words in both languages', (status) => {
    for (const words of [vi.lazada, en.lazada] as Record<string, string>[]) expect(words[status]).toBeTruthy();
  });
  test('a status that we do not know shows its code in a sentence', () => {
    expect(new IntlMessageFormat(vi.lazada.unknown, 'vi').format({ code: 'abc' })).toBe('Trạng thái lạ (abc)');
  });
});
