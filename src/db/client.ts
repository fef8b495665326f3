import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client';
import { OpeningClient } from './transaction-opening';

export type Database = PrismaClient;
/** A running transaction: the only thing that repositories are given. */
export type Tx = Prisma.TransactionClient;

/**
 * The adapter drops the offset of a timestamptz, so every session must speak UTC whatever the server's own zone is. A page found by an
 * index costs hardly more than the next one, on today's disks: the server's default of 4 has a catalog of 10 000 read whole for 50.
 */
const SESSION = '-c TimeZone=UTC -c random_page_cost=1.1';

export type DatabaseOptions = { url: string; poolSize?: number };

export function createDatabase({ url, poolSize = 10 }: DatabaseOptions): Database {
  const pool = { connectionString: url, max: poolSize, options: SESSION, Client: OpeningClient };
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}
