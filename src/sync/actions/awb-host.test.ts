import { expect, test } from 'vitest';
import { isLabelUrl } from './awb-host';

test.each([
  ['https://api.lazada.vn/awb/1.pdf', true],
  ['https://lazada.vn/1.pdf', true],
  ['https://sg-live.slatic.net/x', true],
  ['http://api.lazada.vn/awb/1.pdf', false],
  ['https://lazada.vn.evil.example/1.pdf', false],
  ['https://evillazada.vn/1.pdf', false],
  ['http://169.254.169.254/latest', false],
  ['http://127.0.0.1:4020/labels/1.pdf', true],
  ['http://127.0.0.1:5432/', false],
  ['file:///etc/passwd', false],
  ['not a url', false],
])('R4.6 a label is fetched from %s: %s', (url, expected) => {
  expect(isLabelUrl(url, ['127.0.0.1:4020'])).toBe(expected);
});
