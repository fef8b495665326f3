import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createEncryption } from './encryption';

const key = () => randomBytes(32).toString('base64');

test('R7.3 what is sealed is unreadable, and opens again', async () => {
  const encryption = createEncryption([key()]);
  const sealed = await encryption.seal('Nguyễn Thị Hoa 0901234567');
  expect(sealed).not.toContain('Hoa');
  expect(await encryption.open(sealed)).toBe('Nguyễn Thị Hoa 0901234567');
});

test('R7.3 keys rotate: the old key still opens, the newest seals', async () => {
  const [older, newer] = [key(), key()];
  const sealed = await createEncryption([older]).seal('token');
  const rotated = createEncryption([newer, older]);
  expect(await rotated.open(sealed)).toBe('token');
  expect(rotated.isStale(sealed)).toBe(true);
  expect(rotated.isStale(await rotated.seal('token'))).toBe(false);
});

test('R7.3 an altered value or a key that left the ring is an error', async () => {
  const encryption = createEncryption([key()]);
  const sealed = await encryption.seal('token');
  const parts = sealed.split('.');
  const altered = [
    ...parts.slice(0, 3),
    `${parts[3]?.startsWith('A') ? 'B' : 'A'}${parts[3]?.slice(1)}`,
    parts[4],
  ].join('.');
  await expect(encryption.open(altered)).rejects.toThrow();
  await expect(createEncryption([key()]).open(sealed)).rejects.toThrow(/not in ENCRYPTION_KEYS/);
});
