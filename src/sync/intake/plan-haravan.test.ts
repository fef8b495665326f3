import { describe, expect, test } from 'vitest';
import { topicKind } from './haravan-topics';
import { planHaravan } from './plan-haravan';

const ORG = '200000244883';

test.each([
  ['products/create', 'product'],
  ['products/deleted', 'product'],
  ['inventorylocationbalances/update', 'stock'],
  ['inventorytransaction/create', 'stock'],
  ['inventoryadjustments/update', 'stock'],
  ['locations/delete', 'location'],
  ['orders/create', 'order'],
  ['orders/updated', 'order'],
  ['refunds/create', 'order'],
  ['orders/cancelled', 'order_ended'],
  ['orders/delete', 'order_ended'],
  ['shop/update', 'shop'],
  ['app/uninstalled', 'uninstall'],
  ['customers/create', 'ignored'],
  ['app_subscriptions/update', 'ignored'],
  ['constructor', 'ignored'],
  ['something/new', 'ignored'],
])('topic %s is %s', (topic, kind) => {
  expect(topicKind(topic)).toBe(kind);
});

describe('what a message leads to', () => {
  test.each([
    ['products/update', { id: 1 }, [{ kind: 'refresh_product', productId: '1' }]],
    ['inventorylocationbalances/update', { variant_id: '7' }, [{ kind: 'wish_quantity', variantId: '7' }]],
    ['inventorytransaction/create', { unseen: true }, []],
    [
      'refunds/create',
      { refund_line_items: [{ line_item: { variant_id: 8 } }] },
      [{ kind: 'wish_quantity', variantId: '8' }],
    ],
    ['locations/update', {}, [{ kind: 'pull_catalog' }]],
    ['shop/update', {}, [{ kind: 'read_shop' }]],
    ['app/uninstalled', { org_id: Number(ORG) }, [{ kind: 'uninstall' }]],
    [
      'orders/cancelled',
      { id: 5, line_items: [{ variant_id: 9 }] },
      [
        { kind: 'wish_quantity', variantId: '9' },
        { kind: 'own_order_ended', haravanOrderId: '5' },
      ],
    ],
  ])('%s %j', (topic, body, effects) => {
    expect(planHaravan(topic, body, ORG)).toEqual({ kind: 'effects', effects });
  });

  test.each([
    ['products/update', {}],
    ['products/update', []],
    ['products/update', null],
    ['products/update', { id: { $gt: 0 } }],
    ['products/update', { id: "1' OR 1=1" }],
    ['orders/create', 'text'],
    ['inventorylocationbalances/update', { variant_id: null }],
  ])('R8.4 %s %j is malformed', (topic, body) => {
    expect(planHaravan(topic, body, ORG).kind).toBe('malformed');
  });

  test('R7.1 an uninstall for another organization than the one it names is not believed', () => {
    expect(planHaravan('app/uninstalled', { org_id: 1 }, ORG).kind).toBe('malformed');
    expect(planHaravan('app/uninstalled', {}, ORG).kind).toBe('malformed');
  });
});
