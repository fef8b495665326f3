import { createHash } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

/** Encrypts what must not be readable at rest: tokens and buyers' data (spec R7.3). Values are compact JWE with a key id. */
export type Encryption = {
  seal(plain: string): Promise<string>;
  /** @throws Error when the value was sealed with a key that left the ring, or was altered. */
  open(sealed: string): Promise<string>;
  /** True when the value is not sealed with the newest key: `npm run keys -- rotate` seals it again. */
  isStale(sealed: string): boolean;
};

type Key = { id: string; bytes: Uint8Array };

const keyOf = (base64: string): Key => {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 12), bytes };
};

const keyIdOf = (sealed: string): string => {
  const header: unknown = JSON.parse(Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString('utf8'));
  return typeof header === 'object' && header !== null && 'kid' in header ? String(header.kid) : '';
};

/** @param ring base64 keys of 32 bytes, newest first: the first seals, all open. */
export function createEncryption(ring: readonly string[]): Encryption {
  const keys = ring.map(keyOf);
  const newest = keys[0];
  if (!newest) throw new Error('ENCRYPTION_KEYS is empty');
  return {
    seal: (plain) =>
      new CompactEncrypt(new TextEncoder().encode(plain))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: newest.id })
        .encrypt(newest.bytes),
    async open(sealed) {
      const id = keyIdOf(sealed);
      const key = keys.find((candidate) => candidate.id === id);
      if (!key) throw new Error(`sealed with key ${id}, which is not in ENCRYPTION_KEYS`);
      const { plaintext } = await compactDecrypt(sealed, key.bytes);
      return new TextDecoder().decode(plaintext);
    },
    isStale: (sealed) => keyIdOf(sealed) !== newest.id,
  };
}
