import { describe, expect, test } from 'vitest';
import { haravanOrder, ITEM_A, ITEM_B, itemRecord, orderRecord } from '@/tests/builders/orders';
import { toPlanFacts } from './plan-facts';

const linked = [{ orderItemId: ITEM_A, lineId: '70', variantId: '1' }];
const shop = { orderProcessing: 'haravan', restockOnCancel: true, restockReturns: false } as const;
const factsOf = (more: Parameters<typeof orderRecord>[0]) =>
  toPlanFacts(shop, orderRecord(more), haravanOrder(), linked);

describe('R4.6 what the merchant pressed', () => {
  const importedAt = new Date(1);
  const canceled = [itemRecord({ status: 'canceled' })];
  test.each([
    [{ importedAt }, 'none'],
    [{ importedAt, force: true }, 'ready_to_ship'],
    [{ importedAt, doneActions: ['ready_to_ship' as const] }, 'ready_to_ship'],
    [{ importedAt, doneActions: ['ready_to_ship' as const, 'cancel' as const] }, 'cancel'],
    [{ importedAt, doneActions: ['accept_cancel' as const] }, 'cancel'],
    [{ importedAt, doneActions: ['refuse_cancel' as const] }, 'none'],
    [{ importedAt, items: canceled }, 'none'],
    [{ importedAt: null, items: canceled }, 'cancel'],
  ])('%j: %s', (more, force) => {
    expect(factsOf(more).force).toBe(force);
  });
});

test('only items with a line in Haravan are acted on', () => {
  const facts = factsOf({ items: [itemRecord(), itemRecord({ orderItemId: ITEM_B })] });
  expect(facts.items.map((item) => item.orderItemId)).toEqual([ITEM_A]);
});

test('R4.2 a canceled item carries why; others carry nothing', () => {
  const reasons = { initiator: 'cancellation-seller', reason: 'Out of Stock' };
  expect(factsOf({ items: [itemRecord({ status: 'canceled', ...reasons })] }).items[0]?.cancelCause).toBe(
    'out_of_stock',
  );
  expect(factsOf({ items: [itemRecord(reasons)] }).items[0]?.cancelCause).toBeNull();
});
