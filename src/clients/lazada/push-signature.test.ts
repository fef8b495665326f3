import { describe, expect, it } from 'vitest';
import { verifyPush } from './push-signature';

const app = { appKey: '123456', appSecret: 'helloworld' };

/** lazada.md §1.6. */
const vectors = [
  [
    '{"seller_id":"200012345678","message_type":0,"data":{"order_status":"pending","trade_order_id":"525106346980318","trade_order_line_id":"525106347080318","status_update_time":1785000000},"timestamp":1785000001,"site":"lazada_vn"}',
    'a93d089d819f8a6320ae8fa33b546d699ae0068fb798adecfba57a1fbe5d7989',
  ],
  [
    '{"seller_id":"9999","message_type":0,"data":{"order_status":"This is a test message","trade_order_id":"123456","trade_order_line_id":"12345"},"timestamp":1603766859530,"site":"lazada_vn"}',
    '5aa9bf28f6eec6b57a641a4babba3e10f4367e0a5f94488f971c50bb72e4b365',
  ],
] as const;

describe('verifyPush', () => {
  it.each(vectors)('accepts %s', (rawBody, authorization) => {
    expect(verifyPush({ ...app, rawBody, authorization })).toBe(true);
    expect(verifyPush({ ...app, rawBody: Buffer.from(rawBody), authorization: authorization.toUpperCase() })).toBe(
      true,
    );
  });

  it.each([
    ['another body', { rawBody: `${vectors[0][0]} ` }],
    ['another app', { appKey: '123457' }],
    ['another secret', { appSecret: 'helloworld2' }],
    ['no header', { authorization: undefined }],
    ['an empty header', { authorization: '' }],
    ['a short header', { authorization: vectors[0][1].slice(0, 62) }],
    ['no hex', { authorization: 'z'.repeat(64) }],
    ['a signature of another message', { authorization: vectors[1][1] }],
  ])('refuses %s', (_name, change) => {
    expect(verifyPush({ ...app, rawBody: vectors[0][0], authorization: vectors[0][1], ...change })).toBe(false);
  });

  it('refuses everything while no secret is configured', () => {
    expect(verifyPush({ rawBody: vectors[0][0], authorization: vectors[0][1], appKey: '1', appSecret: '' })).toBe(
      false,
    );
  });
});
