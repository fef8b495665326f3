import { expect, test } from 'vitest';
import { DatabaseAway } from '@/src/sync/ports/database-away';
import { orAway } from './database-trouble';

const withCode = (code: string, message = '') => Object.assign(new Error(message), { code });

// As an outage of PostgreSQL was seen in the logs.
test.each([
  withCode('P1001', "Can't reach database server at 127.0.0.1:5432"),
  withCode('P1017', 'Server has closed the connection.'),
  withCode('P2039', 'Database error. Code: `57P03`. Message: `the database system is starting up`'),
  new Error('Connection terminated unexpectedly'),
  new Error('Query read timeout'),
  new Error('ConnectionClosed'),
  withCode('P2028', 'Transaction API error: Unable to start a transaction in the given time.'),
  new Error('query failed', { cause: withCode('ECONNRESET') }),
])('R8.1 %s: the database is away', async (error) => {
  await expect(orAway(() => Promise.reject(error))).rejects.toMatchObject({ name: 'DatabaseAway', cause: error });
});

test.each([withCode('P2002', 'Unique constraint failed'), new TypeError('x is undefined'), 'a word'])(
  'R8.1 %s stays what it is',
  async (error) => {
    await expect(orAway(() => Promise.reject(error))).rejects.toBe(error);
    expect(error).not.toBeInstanceOf(DatabaseAway);
  },
);

test('what goes well passes', async () => expect(await orAway(async () => 1)).toBe(1));
