import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hubChallenge } from './hub-challenge';
import { normalizedTopic, readWebhookHeaders } from './webhook-headers';
import { verifyWebhook } from './webhook-signature';

const secret = 'app-secret';
const rawBody = '{"id":1,"title":"Áo thun"}';
const digest = createHmac('sha256', secret).update(rawBody, 'utf8');
const bytes = digest.digest();

describe('verifyWebhook', () => {
  it.each([
    ['base64', bytes.toString('base64')],
    ['hex', bytes.toString('hex')],
    ['upper-case hex', bytes.toString('hex').toUpperCase()],
  ])('accepts %s', (_name, header) => {
    expect(verifyWebhook({ rawBody, header, secret })).toBe(true);
    expect(verifyWebhook({ rawBody: Buffer.from(rawBody), header, secret })).toBe(true);
  });

  it.each([
    ['another body', { rawBody: rawBody.replace('1', '2') }],
    ['another secret', { secret: 'other' }],
    ['no secret', { secret: '' }],
    ['no header', { header: undefined }],
    ['null', { header: null }],
    ['garbage', { header: '<script>' }],
    ['base64 of other bytes', { header: Buffer.alloc(32).toString('base64') }],
  ])('refuses %s', (_name, change) => {
    expect(verifyWebhook({ rawBody, header: bytes.toString('base64'), secret, ...change })).toBe(false);
  });
});

describe('readWebhookHeaders', () => {
  it.each(['X-Haravan-Hmacsha256', 'X-Haravan-HmacSha256', 'X-Haravan-Hmac-Sha256'])('finds %s', (name) => {
    const headers = new Headers({
      [name]: 'abc=',
      'X-Haravan-Topic': 'app_uninstall_webhook',
      'X-Haravan-Org-Id': '1000',
      'X-Haravan-Test': 'true',
    });
    expect(readWebhookHeaders((header) => headers.get(header))).toEqual({
      signature: 'abc=',
      topic: 'app/uninstalled',
      orgId: '1000',
      shopDomain: undefined,
      isTest: true,
    });
  });

  it('says when there is nothing', () => {
    expect(readWebhookHeaders(() => null)).toMatchObject({ signature: undefined, topic: '', isTest: false });
  });

  it.each([
    ['products/delete', 'products/deleted'],
    ['Orders/Create', 'orders/create'],
  ])('normalizes %s', (sent, topic) => {
    expect(normalizedTopic(sent)).toBe(topic);
  });
});

describe('hubChallenge', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'tok', 'hub.challenge': 'abc' };

  it('answers the challenge', () => {
    expect(hubChallenge(new URLSearchParams(query), 'tok')).toBe('abc');
  });

  it.each([{ 'hub.verify_token': 'no' }, { 'hub.mode': 'unsubscribe' }, { 'hub.challenge': '' }])(
    'refuses %j',
    (change) => {
      expect(hubChallenge(new URLSearchParams({ ...query, ...change }), 'tok')).toBeUndefined();
    },
  );

  it('refuses while no token is configured', () => {
    expect(hubChallenge(new URLSearchParams({ ...query, 'hub.verify_token': '' }), '')).toBeUndefined();
  });
});
