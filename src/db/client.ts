import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client';
import { OpeningClient } from './transaction-opening';

export type Database = PrismaClient;
/** A running transaction: the only thing that repositories are given. */
export type Tx = Prisma.TransactionClient;

/** The adapter drops the offset of a timestamptz, so every session must speak UTC whatever the server's own zone is. */
const UTC = '-c TimeZone=UTC';

export type DatabaseOptions = { url: string; poolSize?: number };

export function createDatabase({ url, poolSize = 10 }: DatabaseOptions): Database {
  const pool = { connectionString: url, max: poolSize, options: UTC, Client: OpeningClient };
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}
