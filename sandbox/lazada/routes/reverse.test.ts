import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../testing/desk';
import { BLACK, ITEM, OTHER_SELLER, SELLER } from '../testing/seed';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

type Page = { result: { total: number; items: { reverse_order_id: number; reverse_order_lines: Line[] }[] } };
type Line = { reverse_order_line_id: number; reverse_status: string };

function delivered(quantity = 1): { orderId: string; orderItemIds: string[] } {
  const placed = desk.place(quantity, { payment: 'MOMO_WALLET' });
  for (const to of ['packed', 'ready_to_ship', 'shipped', 'delivered'] as const) {
    desk.control.advanceOrder({ sellerId: SELLER, orderId: placed.orderId, to });
  }
  desk.told.length = 0;
  return placed;
}
const list = (filter: object = {}) =>
  desk.call('/reverse/getreverseordersforseller', { page_no: 1, page_size: 10, ...filter }) as unknown as Page;
const linesOf = (id: string) =>
  (list({ reverse_order_id: id }).result.items[0]?.reverse_order_lines ?? []).map((line) => line.reverse_order_line_id);
const step = (reverseOrderId: string, to: 'shipping_back' | 'received' | 'refunded' | 'withdrawn') =>
  desk.control.stepReturn({ sellerId: SELLER, reverseOrderId, to });
const update = (id: string, action: string, more: object = {}) =>
  desk.call('/order/reverse/return/update', {
    action,
    reverse_order_id: id,
    reverse_order_item_ids: linesOf(id),
    ...more,
  });
const told = () => desk.told.filter(({ type }) => type === 10).map(({ data }) => data.reverse_status);

describe('a return to the seller', () => {
  const open = (quantity = 1) => {
    const { orderId } = delivered(quantity);
    return { orderId, id: desk.control.requestReturn({ sellerId: SELLER, orderId, reason: 'Sai màu' }) };
  };

  test('is listed, in numbers and whole đồng, until it ends with the money', () => {
    const { orderId, id } = open();
    expect(list().result).toMatchObject({
      total: 1,
      items: [
        {
          reverse_order_id: Number(id),
          trade_order_id: Number(orderId),
          request_type: 'RETURN',
          is_rtm: true,
          reverse_order_lines: [
            {
              reverse_status: 'REQUEST_INITIATE',
              ofc_status: 'INITIAL',
              reason_text: 'Sai màu',
              refund_amount: 150_000,
              seller_sku_id: 'AO-DEN-M',
              platform_sku_id: String(BLACK),
              product: { product_id: String(ITEM) },
            },
          ],
        },
      ],
    });
    expect(desk.items(orderId)).toMatchObject([{ status: 'rtm_init', reverseOrderId: id }]);
    expect(update(id, 'agreeReturn').code).toBe('0');
    step(id, 'shipping_back');
    expect(update(id, 'confirmDelivery').code).toBe('0');
    expect(update(id, 'agreeRefund').code).toBe('0');
    expect(desk.items(orderId)).toMatchObject([{ status: 'returned' }]);
    expect(told()).toEqual(['RTM_INIT', 'RTM_SHIPPING_BACK', 'RTM_RECEIVE_ITEM']);
    expect(update(id, 'agreeRefund').code).toBe('112');
  });

  test('a refusal needs words, one of the refund pictures too', () => {
    const { orderId, id } = open();
    expect(update(id, 'refuseReturn').code).toBe('108');
    const words = { reason_id: '1001', comment: 'Đã dùng' };
    update(id, 'agreeReturn');
    step(id, 'shipping_back');
    step(id, 'received');
    expect(update(id, 'refuseRefund', words).code).toBe('109');
    expect(update(id, 'refuseRefund', { ...words, image_info: [{ name: 'a', url: 'https://a/1.jpg' }] }).code).toBe(
      '0',
    );
    expect(list({ dispute_in_progress: 'true' }).result.total).toBe(1);
    step(id, 'refunded');
    expect(desk.items(orderId)).toMatchObject([{ status: 'returned' }]);
  });

  test('refused or withdrawn it leaves the item delivered', () => {
    const refused = open();
    expect(update(refused.id, 'refuseReturn', { reason_id: '1001', comment: 'Đã dùng' }).code).toBe('0');
    const withdrawn = open();
    step(withdrawn.id, 'withdrawn');
    expect([refused, withdrawn].map(({ orderId }) => desk.items(orderId)[0]?.status)).toEqual([
      'delivered',
      'delivered',
    ]);
    expect(list({ reverse_status_list: ['REQUEST_REJECT'] }).result.total).toBe(1);
    expect(list({ reverse_status_list: 'REQUEST_CANCEL,REQUEST_REJECT' }).result.total).toBe(2);
  });

  test('one line at a time, all or none', () => {
    const { id } = open(2);
    const [first] = linesOf(id);
    expect(update(id, 'instantRefund', { reverse_order_item_ids: [first] }).code).toBe('0');
    expect(update(id, 'instantRefund').code).toBe('112');
    expect(update(id, 'instantRefund', { reverse_order_item_ids: [1] }).code).toBe('111');
    expect(update(id, 'dance').code).toBe('107');
  });

  test('Auto Pass agrees on its own; history says who did what', () => {
    desk.control.setModes({ autoPassReturns: true });
    const { id } = open();
    const reverse_order_line_id = linesOf(id)[0];
    const history = { reverse_order_line_id, page_size: 10, page_number: 1 };
    expect(desk.call('/order/reverse/return/history/list', history)).toMatchObject({
      data: { list: [{ operator: 'buyer', picture: [] }, { operator: 'system' }], page_info: { total: 2 } },
    });
    expect(desk.call('/order/reverse/reason/list', { reverse_order_line_id })).toMatchObject({
      data: [{ reason_id: expect.any(String), text: expect.any(String) }, {}, {}],
    });
  });

  test('in detail, with other names; unknown to other shops', () => {
    const { id } = open();
    const ask = (sellerId: string) =>
      desk.call('/order/reverse/return/detail/list', { reverse_order_id: id }, sellerId);
    expect(ask(SELLER)).toMatchObject({
      data: { request_type: 'RETURN', reverseOrderLineDTOList: [{ productDTO: { sku: 'AO-DEN-M' }, buyer: {} }] },
    });
    expect(ask(OTHER_SELLER)).toMatchObject({ code: '106', message: expect.stringMatching(/^E0106/) });
  });
});

describe('other ways back', () => {
  const refundOnly = () => {
    const { orderId } = delivered();
    return { orderId, id: desk.control.requestReturn({ sellerId: SELLER, orderId, kind: 'ONLY_REFUND' }) };
  };
  const decide = (id: string, action: string, ids: unknown = linesOf(id)) =>
    desk.call('/order/reverse/onlyrefund/seller/decide', {
      action,
      reverse_order_id: id,
      reverse_order_item_ids: ids,
      comment: 'ok',
    });

  test('only the money: agreed, or disputed; the item stays delivered', () => {
    const agreed = refundOnly();
    expect(decide(agreed.id, 'agreeRefund').code).toBe('0');
    expect(told()).toEqual(['REFUND_INIT', 'REFUND_PENDING', 'REFUND_SUCCESS']);
    expect(desk.items(agreed.orderId)).toMatchObject([{ status: 'delivered' }]);
    const disputed = refundOnly();
    expect(decide(disputed.id, 'startDispute').code).toBe('0');
    expect(decide(disputed.id, 'agreeRefund').code).toBe('112');
    expect(update(disputed.id, 'agreeReturn').code).toBe('110');
    expect(decide(refundOnly().id, 'agreeRefund', '[]').code).toBe('111');
  });

  test("to Lazada's warehouse: the item keeps its status until the money goes", () => {
    const { orderId } = delivered();
    const id = desk.control.requestReturn({ sellerId: SELLER, orderId, returnTo: 'RTW' });
    expect(desk.items(orderId)).toMatchObject([{ status: 'delivered' }]);
    update(id, 'agreeReturn');
    for (const to of ['shipping_back', 'received', 'refunded'] as const) step(id, to);
    expect(told()).toEqual(['RTW_INIT', 'RTW_SHIPPING_BACK', 'RTW_REFUND_PENDING']);
    expect(desk.items(orderId)).toMatchObject([{ status: 'returned' }]);
  });

  test('a cancellation is a reverse order as well, with a refund where money was paid', () => {
    const [paid, cod] = [desk.place(1, { payment: 'MOMO_WALLET' }), desk.place()];
    for (const { orderId } of [paid, cod]) desk.control.advanceOrder({ sellerId: SELLER, orderId, to: 'canceled' });
    expect(told()).toEqual(['CANCEL_INIT', 'CANCEL_SUCCESS', 'CANCEL_REFUND_ISSUED', 'CANCEL_INIT', 'CANCEL_SUCCESS']);
    expect(list({ request_type_list: ['CANCEL'], trade_order_id: cod.orderId }).result.items).toMatchObject([
      { reverse_order_lines: [{ reverse_status: 'CANCEL_SUCCESS', refund_amount: 0, is_need_refund: false }] },
    ]);
  });

  test('what is not delivered cannot be returned', () => {
    const { orderId } = desk.place();
    expect(() => desk.control.requestReturn({ sellerId: SELLER, orderId })).toThrow('cannot become');
    expect(() => step('1', 'received')).toThrow('no reverse order');
  });
});

test('the list pages, filters by time and asks for its page', () => {
  for (let i = 0; i < 3; i++) {
    desk.control.requestReturn({ sellerId: SELLER, orderId: delivered().orderId });
    desk.clock.advance(60_000);
  }
  expect(list({ page_size: 2 }).result.items).toHaveLength(2);
  expect(list({ page_size: 2, page_no: 2 }).result.items).toHaveLength(1);
  const recent = { ReverseOrderLineModifiedTimeRangeStart: String(desk.clock.now() - 60_000) };
  expect(list(recent).result.total).toBe(1);
  expect(list({ ReverseOrderLineTimeRangeEnd: '1' }).result.total).toBe(0);
  expect(desk.call('/reverse/getreverseordersforseller', { page_no: 1 }).code).toBe('MissingParameter');
});
