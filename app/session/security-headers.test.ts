import { describe, expect, test } from 'vitest';
import { embeddedUrl } from './admin-url';
import { contentSecurityPolicy, frameAncestors } from './security-headers';

describe('who may frame the app', () => {
  test.each([
    ['https://{shop}.myharavan.com', ['https://*.myharavan.com', 'https://admin.haravan.com']],
    ['http://127.0.0.1:4010/shops/{shop}', ['http://127.0.0.1:4010']],
  ])('%s', (adminUrl, sites) => {
    expect(frameAncestors(adminUrl)).toEqual(sites);
  });

  test('the policy names them and lets no other script run', () => {
    const facts = { nonce: 'abc', adminUrl: 'https://{shop}.myharavan.com', isDevelopment: false };
    const policy = contentSecurityPolicy(facts);
    expect(policy).toContain('frame-ancestors https://*.myharavan.com https://admin.haravan.com');
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
  });
});

test.each([
  ['https://{shop}.myharavan.com', 'https://vuon-nha.myharavan.com/adminv2/sale_channels/apps/key'],
  ['http://127.0.0.1:4010/shops/{shop}', 'http://127.0.0.1:4010/shops/vuon-nha/adminv2/sale_channels/apps/key'],
])('the embedded page below %s', (adminUrl, url) => {
  expect(embeddedUrl(adminUrl, 'vuon-nha', 'key')).toBe(url);
});
