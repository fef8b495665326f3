import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { signPush } from './push-signature';
import { isSignedBy } from './signature';

type Vector = { id: string; path: string; secret: string; params: Record<string, string>; sign: string };
const vectors = JSON.parse(
  readFileSync(new URL('./testing/sign-vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];
const pool = (params: Record<string, string>) => new Map(Object.entries(params));

describe('request signature', () => {
  test.each(vectors)('$id', ({ secret, path, params, sign }) => {
    expect(isSignedBy(secret, path, pool(params), sign)).toBe(true);
  });

  test.each([['test-secret', '/order/cancel', '91375F42B474CECEE7172759B6400E74F10FBB6E9E9E145EA2A27DFA17556B18']])(
    '%s %s',
    (secret, path, sign) => {
      const params = {
        app_key: '123456',
        timestamp: '1700000000000',
        sign_method: 'sha256',
        access_token: 'test-token',
      };
      expect(isSignedBy(secret, path, pool(params), sign)).toBe(true);
    },
  );

  const v12 = {
    access_token: '50000601c30atpedfgu3LVvik87Ixlsvle3mSoB7701ceb156fPunYZ43GBg',
    app_key: '123456',
    filter: '',
    limit: '50',
    sign_method: 'sha256',
    timestamp: '1785000000000',
  };
  test.each([
    ['kept', 'B88CD907DB7D8C0671B8B2237219D2B987A032BF1F072AA16C833560A6A89B78'],
    ['dropped', '16384194981C615C19510ECD589BA69FE22FF50417C478F415E5D95136AB2401'],
  ])('an empty value may be %s', (_, sign) => {
    expect(isSignedBy('helloworld', '/products/get', pool(v12), sign)).toBe(true);
  });

  test('a changed value, path or secret, or lower-case hex, does not pass', () => {
    const sign = 'B88CD907DB7D8C0671B8B2237219D2B987A032BF1F072AA16C833560A6A89B78';
    expect(isSignedBy('helloworld', '/products/get', pool({ ...v12, limit: '51' }), sign)).toBe(false);
    expect(isSignedBy('helloworld', '/product/get', pool(v12), sign)).toBe(false);
    expect(isSignedBy('other', '/products/get', pool(v12), sign)).toBe(false);
    expect(isSignedBy('helloworld', '/products/get', pool(v12), sign.toLowerCase())).toBe(false);
  });
});

describe('push signature', () => {
  test.each([
    [
      '{"seller_id":"200012345678","message_type":0,"data":{"order_status":"pending","trade_order_id":"525106346980318","trade_order_line_id":"525106347080318","status_update_time":1785000000},"timestamp":1785000001,"site":"lazada_vn"}',
      'a93d089d819f8a6320ae8fa33b546d699ae0068fb798adecfba57a1fbe5d7989',
    ],
    [
      '{"seller_id":"9999","message_type":0,"data":{"order_status":"This is a test message","trade_order_id":"123456","trade_order_line_id":"12345"},"timestamp":1603766859530,"site":"lazada_vn"}',
      '5aa9bf28f6eec6b57a641a4babba3e10f4367e0a5f94488f971c50bb72e4b365',
    ],
  ])('vector %#', (rawBody, authorization) => {
    expect(signPush({ key: '123456', secret: 'helloworld' }, rawBody)).toBe(authorization);
  });
});
