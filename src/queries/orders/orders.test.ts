import { describe, expect, test } from 'vitest';
import { addressLine, buyerOf, maskPhone, openDetail } from './buyer';
import { haravanSide } from './haravan-side';
import { type ActionRow, orderAbilities, shownAction } from './order-abilities';

const NOW = 1_000_000;

const item = (status: string, more: object = {}) => ({
  status,
  packageId: null,
  fulfilledByLazada: false,
  isDigital: false,
  ...more,
});

describe('R4.6 what can be pressed on an order, and why not', () => {
  test.each([
    ['pending', { readyToShip: null, print: 'not_packed', cancel: null }],
    ['unpaid', { readyToShip: 'nothing_to_ship', print: 'not_packed', cancel: null }],
    ['shipped', { readyToShip: 'nothing_to_ship', print: 'not_packed', cancel: 'nothing_to_cancel' }],
    ['canceled', { readyToShip: 'nothing_to_ship', print: 'not_packed', cancel: 'nothing_to_cancel' }],
  ])('%s', (status, expected) => expect(orderAbilities([item(status)], [])).toEqual(expected));

  test('packed: can be handed over, printed and canceled', () => {
    const packed = [item('packed', { packageId: 'P1' }), item('canceled')];
    expect(orderAbilities(packed, [])).toEqual({ readyToShip: null, print: null, cancel: null });
  });

  test('what Lazada fulfills is not handed over by the merchant, and has no label of theirs', () => {
    const byLazada = [item('pending', { fulfilledByLazada: true, packageId: 'P1' })];
    expect(orderAbilities(byLazada, [])).toEqual({ readyToShip: 'by_lazada', print: 'not_packed', cancel: null });
  });

  test('a running action is not asked for twice', () => {
    expect(orderAbilities([item('pending')], ['ready_to_ship', 'cancel'])).toMatchObject({
      readyToShip: 'running',
      cancel: 'running',
    });
  });

  const action = (state: ActionRow['state'], createdAt: number, kind: ActionRow['kind'] = 'cancel'): ActionRow => ({
    kind,
    state,
    nothingToDo: false,
    code: null,
    message: null,
    reasonName: null,
    createdAt: new Date(createdAt),
  });

  test('the running action is shown first, then a refusal that still stands in the way', () => {
    const open = orderAbilities([item('pending')], []);
    expect(shownAction([action('refused', 2), action('wanted', 1, 'ready_to_ship')], open, NOW)?.state).toBe('wanted');
    expect(shownAction([action('done', 1), action('refused', 2)], open, NOW)?.state).toBe('refused');
    expect(shownAction([action('refused', 1), action('done', 2)], open, NOW)).toBeNull();
    expect(shownAction([action('refused', 1)], orderAbilities([item('shipped')], []), NOW)).toBeNull();
    expect(shownAction([], open, NOW)).toBeNull();
  });

  test('R4.6 that somebody else had done it before is said for a while', () => {
    const before = { ...action('done', NOW), nothingToDo: true };
    const open = orderAbilities([item('ready_to_ship')], []);
    expect(shownAction([before], open, NOW)).toBe(before);
    expect(shownAction([before], open, NOW + 11 * 60_000)).toBeNull();
  });
});

describe('R4.2 what Haravan says', () => {
  const facts = {
    haravanOrderId: '900',
    decisionReason: null,
    orderProcessing: 'lazada',
    items: [{ status: 'shipped', canceledInHaravan: false }],
    actions: [],
  };
  test('as Lazada, once imported', () => {
    expect(haravanSide(facts)).toBe('in_transit');
    expect(haravanSide({ ...facts, haravanOrderId: null })).toBe('absent');
    expect(haravanSide({ ...facts, decisionReason: 'deleted_in_haravan' })).toBe('deleted');
    expect(haravanSide({ ...facts, items: [{ status: 'packed', canceledInHaravan: true }] })).toBe('canceled');
    expect(haravanSide({ ...facts, items: [{ status: 'returned', canceledInHaravan: true }] })).toBe('returned');
  });
  test('R4.5 processed at Haravan: its own, but for what was pressed here', () => {
    const own = { ...facts, orderProcessing: 'haravan' };
    expect(haravanSide(own)).toBe('own');
    expect(haravanSide({ ...own, actions: [{ kind: 'ready_to_ship', state: 'done' }] })).toBe('ready_to_ship');
    const canceled = { ...own, items: [{ status: 'canceled', canceledInHaravan: false }] };
    expect(haravanSide({ ...canceled, actions: [{ kind: 'cancel', state: 'done' }] })).toBe('canceled');
    expect(haravanSide({ ...canceled, actions: [{ kind: 'cancel', state: 'refused' }] })).toBe('own');
  });
});

describe('R7.3 buyers on screen', () => {
  test.each([
    ['84901234567', '********567'],
    ['0901 234 567', '*******567'],
    ['849*****67', '**********'],
    ['', ''],
  ])('%s is shown as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown));

  test('a name is not said twice, an address level neither', async () => {
    const sealed = JSON.stringify({
      buyer: { firstName: 'Nguyễn Thị Hoa', lastName: 'Nguyễn Thị Hoa', phone: '84901234567' },
      address: {
        address1: '12 Lê Lợi',
        address3: 'Hồ Chí Minh',
        address4: 'Quận 1',
        address5: '',
        city: 'Hồ Chí Minh',
      },
    });
    const detail = await openDetail(async (text) => text, sealed);
    expect(detail && buyerOf(detail)).toEqual({ name: 'Nguyễn Thị Hoa', phone: '********567' });
    expect(detail && addressLine(detail)).toBe('12 Lê Lợi, Quận 1, Hồ Chí Minh');
    const strung = detail && { ...detail, address: { ...detail.address, city: 'Hồ Chí Minh-Quận 1-Phường Bến Nghé' } };
    expect(strung && addressLine(strung)).toBe('12 Lê Lợi, Quận 1, Hồ Chí Minh');
  });

  test('what cannot be opened is left out, and does not fail the page', async () => {
    const closed = () => Promise.reject(new Error('sealed with a key that left the ring'));
    expect(await openDetail(closed, 'x')).toBeNull();
    expect(await openDetail(async () => '{}', 'x')).toBeNull();
  });
});
