import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEALED } from '@/scripts/keys/sealed-columns';
import { type Rotation, rotateKeys } from '@/scripts/keys/rotate-keys';
import { createEncryption, type Encryption } from '@/src/platform/encryption';
import { type FreshDatabase, freshDatabase } from './database';
import { addMerchant, storesOf } from './merchants';
import { testEncryption } from './test-encryption';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
/** What `testEncryption` seals with. */
const OLD = key(7);
/** More than one batch. */
const ORDERS = 620;

let database: FreshDatabase;
let merchants: { merchant: { id: string }; connectionId: string }[];

beforeAll(async () => {
  database = await freshDatabase();
  const stores = storesOf(database);
  merchants = [
    await addMerchant(stores, { orgId: '200000000001', sellerId: '9001' }),
    await addMerchant(stores, { orgId: '200000000002', sellerId: '9002' }),
  ];
  for (const { merchant, connectionId } of merchants) await addSealedRows(merchant.id, connectionId);
});
afterAll(() => database.close());

async function addSealedRows(merchantId: string, connectionId: string): Promise<void> {
  const at = new Date();
  const facts = { merchantId, connectionId, lazadaCreatedAt: at, lazadaUpdatedAt: at, statuses: ['pending'], total: 1 };
  const details = await Promise.all(
    Array.from({ length: ORDERS }, (_, index) => testEncryption.seal(`buyer ${index}`)),
  );
  const orders = details.map((detail, index) => ({ ...facts, detail, lazadaOrderId: String(1_000 + index) }));
  const body = await testEncryption.seal('{"trade_order_id":"1"}');
  const message = { id: randomUUID(), merchantId, source: 'lazada', topic: '0', dedupeKey: 'a', body };
  await database.door(merchantId, async (tx) => {
    await tx.channelOrder.createMany({ data: orders });
    await tx.inboxMessage.create({ data: message });
  });
}

const sum = (rotations: Rotation[], fate: 'checked' | 'sealedAgain' | 'changedMeanwhile' | 'unreadable') =>
  rotations.reduce((total, rotation) => total + rotation[fate], 0);

/** Every sealed value of every merchant, opened. */
async function openAll(encryption: Encryption): Promise<string[]> {
  const sealed = await database.sweep(async (tx) => {
    const owners = await tx.merchant.findMany();
    const shops = await tx.connection.findMany();
    const orders = await tx.channelOrder.findMany({ orderBy: [{ connectionId: 'asc' }, { lazadaOrderId: 'asc' }] });
    const messages = await tx.inboxMessage.findMany();
    const tokens = [...owners, ...shops].flatMap((row) => [row.accessToken, row.refreshToken]);
    return [...tokens, ...orders.map((row) => row.detail), ...messages.map((row) => row.body)];
  });
  return Promise.all(sealed.flatMap((value) => (value === null ? [] : [encryption.open(value)])));
}

describe('R7.3 keys are rotated', () => {
  test('R7.3 every column that the schema calls encrypted is rotated', () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8');
    const encrypted = [...schema.matchAll(/^model (\w+) \{([^}]*)\}/gm)].flatMap(([, table = '', body = '']) =>
      [...body.matchAll(/^ +(\w+) .*\/\/ encrypted/gm)].map((column) => `${table}.${column[1]}`),
    );
    const rotated = SEALED.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
    expect(rotated.toSorted()).toEqual(encrypted.toSorted());
  });

  test('R7.3 the old key can leave the ring afterwards, for all merchants', async () => {
    const before = await openAll(testEncryption);
    expect(before).toHaveLength(2 * (4 + ORDERS + 1));
    const rotations = await rotateKeys(database.url, createEncryption([key(8), OLD]));
    expect(sum(rotations, 'sealedAgain')).toBe(before.length);
    expect(await openAll(createEncryption([key(8)]))).toEqual(before);
    await expect(openAll(testEncryption)).rejects.toThrow('not in ENCRYPTION_KEYS');
  });

  test('R7.3 a second run finds nothing to do', async () => {
    const rotations = await rotateKeys(database.url, createEncryption([key(8), OLD]));
    expect(rotations.map(({ sealedAgain, unreadable }) => sealedAgain + unreadable)).toEqual(rotations.map(() => 0));
    expect(sum(rotations, 'checked')).toBe(2 * (4 + ORDERS + 1));
  });

  test('R7.3 a value whose key is gone is counted and kept', async () => {
    const before = await openAll(createEncryption([key(8)]));
    const rotations = await rotateKeys(database.url, createEncryption([key(9)]));
    expect(sum(rotations, 'unreadable')).toBe(before.length);
    expect(await openAll(createEncryption([key(8)]))).toEqual(before);
  });

  test('R8.1 what a worker writes meanwhile is not overwritten', async () => {
    const [mine] = merchants;
    if (!mine) throw new Error('no merchant');
    const { id } = mine.merchant;
    const ring = createEncryption([key(10), key(8)]);
    const slow: Encryption = {
      ...ring,
      async open(sealed) {
        const plain = await ring.open(sealed);
        // The token is renewed between the reading of the old one and its replacement.
        const accessToken = await ring.seal('renewed');
        if (plain === 'haravan-access')
          await database.door(id, (tx) => tx.merchant.updateMany({ where: { id }, data: { accessToken } }));
        return plain;
      },
    };
    const rotations = await rotateKeys(database.url, slow);
    expect(rotations.find(({ column }) => column === 'Merchant.accessToken')?.changedMeanwhile).toBe(1);
    const row = await database.door(id, (tx) => tx.merchant.findUniqueOrThrow({ where: { id } }));
    expect(await ring.open(row.accessToken ?? '')).toBe('renewed');
  });
});
