import { describe, expect, it } from 'vitest';
import { lazadaAnswering, pooledParams, TEST_LAZADA_AUTH as auth } from './test-lazada';

describe('cancel', () => {
  it('R4.6 lists the reasons of these items', async () => {
    const reason_options = [{ reason_id: 10000021, reason_name: 'Out of Stock' }];
    const { client, sent } = lazadaAnswering({
      code: '0',
      data: { tip_content: '', tip_type: 'warn', reason_options },
    });
    expect(await client.validateCancel(auth, '525106346980318', ['525106347080318'])).toEqual({
      tip: undefined,
      tipType: 'warn',
      reasons: [{ reasonId: '10000021', name: 'Out of Stock' }],
    });
    expect(pooledParams(sent[0])).toMatchObject({
      order_id: '525106346980318',
      order_item_id_list: '[525106347080318]',
    });
  });

  it('R4.6 says why something cannot be canceled', async () => {
    const data = { tip_content: 'Already shipped', tip_type: 'error' };
    const { client } = lazadaAnswering({ code: '0', data });
    expect(await client.validateCancel(auth, '1', ['2'])).toEqual({
      tip: 'Already shipped',
      tipType: 'error',
      reasons: [],
    });
    await expect(client.cancelItems(auth, '1', ['2'], '3')).rejects.toMatchObject({
      kind: 'rejected',
      code: 'tip_error',
      platformMessage: 'Already shipped',
    });
  });

  it('R8.2 does not repeat a cancellation, though it is a GET', async () => {
    const { client, sent } = lazadaAnswering('<html>', 502);
    await expect(client.cancelItems(auth, '1', ['2'], '3')).rejects.toMatchObject({ kind: 'ambiguous' });
    expect(sent.map((message) => message.method)).toEqual(['GET']);
  });

  it("answers a buyer's request", async () => {
    const { client, sent } = lazadaAnswering({ code: '0', success: true });
    await client.decideCancel(auth, { reverseOrderId: '9', agree: false, reasonCode: '5' });
    expect(pooledParams(sent[0])).toMatchObject({ reverse_order_id: '9', agree_cancel: 'false', reason_code: '5' });
  });
});
