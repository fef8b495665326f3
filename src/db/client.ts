import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client';

export type Database = PrismaClient;
/** A running transaction: the only thing that repositories are given. */
export type Tx = Prisma.TransactionClient;

/** The adapter drops the offset of a timestamptz, so every session must speak UTC whatever the server's own zone is. */
const UTC = '-c TimeZone=UTC';

export type DatabaseOptions = { url: string; poolSize?: number };

export function createDatabase({ url, poolSize = 10 }: DatabaseOptions): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: poolSize, options: UTC }) });
}
