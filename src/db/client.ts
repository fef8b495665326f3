import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client';
import { OpeningClient } from './transaction-opening';

/** `pool`: the connections that Prisma uses, for what is asked without it. */
export type Database = PrismaClient & { readonly pool: pg.Pool };
/** A running transaction: the only thing that repositories are given. */
export type Tx = Prisma.TransactionClient;

/**
 * The adapter drops the offset of a timestamptz, so every session must speak UTC whatever the server's own zone is. A page found by an
 * index costs hardly more than the next one, on today's disks: the server's default of 4 has a catalog of 10 000 read whole for 50.
 */
const SESSION = '-c TimeZone=UTC -c random_page_cost=1.1 -c standard_conforming_strings=on';

export type DatabaseOptions = { url: string; poolSize?: number };

export function createDatabase({ url, poolSize = 10 }: DatabaseOptions): Database {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, options: SESSION, Client: OpeningClient });
  // A server that goes away ends idle connections too; whoever asks next is told.
  pool.on('error', () => undefined);
  const db = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
  return Object.assign(db, { pool });
}
