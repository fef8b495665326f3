import { DatabaseAway } from '@/src/sync/ports/database-away';

/**
 * Prisma's codes of a server that is not there, does not answer in time or has gone, and of a pool or a transaction that waited for it
 * in vain (https://www.prisma.io/docs/orm/reference/error-reference).
 */
const CODES = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024'];
/** PostgreSQL's own: shutting down, crashed, starting up (class 57P); and what the driver says when the socket ends. */
const WORDS =
  /\b57P0[123]\b|Connection terminated|Query read timeout|ConnectionClosed|ECONNREFUSED|ECONNRESET|EPIPE|Unable to start a transaction/;

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return CODES.includes(code) || WORDS.test(`${code} ${error.message}`) || isAway(error.cause);
}

/** Tells a database that is away from a defect of ours. @throws DatabaseAway, or what was thrown */
export async function orAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isAway(error) ? new DatabaseAway(error) : error;
  }
}
