import { expect, test } from 'vitest';
import type { Grant } from '@/sandbox/lazada/entities';
import { isReadable, type Shop } from './books';

const NOW = 1_000;

const grant = (accessExpiresAt: number, refreshExpiresAt: number): Grant => {
  return { sellerId: 's', accessToken: '', refreshToken: '', accessExpiresAt, refreshExpiresAt, warnedAt: null };
};
const settings = { price: true, quantity: true, stockLocations: [], sharePercent: 100, safetyStock: 0, bound: null };
const shop = (more: Partial<Shop>): Shop => {
  return { sellerId: 's', orgId: 'o', connected: true, grants: [grant(0, NOW + 1)], settings, ...more };
};

test.each([
  ['its access can be renewed', {}, true],
  ['its access lives', { grants: [grant(NOW + 1, 0)] }, true],
  ['one of its grants lives', { grants: [grant(0, 0), grant(NOW + 1, 0)] }, true],
  ['it is disconnected', { connected: false }, false],
  ['what it was given has ended, whatever else Lazada granted', { grants: [grant(NOW, NOW)] }, false],
] as const)('R1.4 a shop of which %s', (_title, more, readable) => {
  expect(isReadable(shop(more), NOW)).toBe(readable);
});
