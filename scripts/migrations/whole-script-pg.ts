import { PrismaPg } from '@prisma/adapter-pg';
import { DatabaseError } from 'pg';
import { acceptInternalChar } from './internal-char';

/** The failure of a script, with the line of it at which PostgreSQL stopped when it says so. */
function describe(error: unknown, script: string): Error {
  if (!(error instanceof DatabaseError)) return new Error('A migration script failed.', { cause: error });
  const line = error.position ? script.slice(0, Number(error.position)).split('\n').length : undefined;
  const place = line ? ` at line ${line} of the script` : '';
  return new Error([`${error.message}${place}`, error.detail, error.where].filter(Boolean).join('\n'), {
    cause: error,
  });
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside function bodies and comments, and runs the
 * pieces one by one. This one sends it whole: PostgreSQL parses it, and runs it in one transaction.
 */
export class WholeScriptPg extends PrismaPg {
  scriptFailure: Error | undefined;

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    acceptInternalChar(adapter);
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        this.scriptFailure = describe(error, script);
        throw error;
      }
    };
    return adapter;
  }
}
