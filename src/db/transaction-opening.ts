import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { Fence } from '@/src/sync/ports/turn';

/** As whom a transaction is begun. `holds` is known once it has begun: whether the lease of a fence is still its turn's. */
export type Opening = { statements: readonly string[]; holds: boolean };

const current = new AsyncLocalStorage<Opening>();

const setting = (name: string, value: string) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`;

/** Writes of a turn hold only while its lease is its own; the row lock keeps a thief out until we commit. */
const fenced = ({ key, token }: Fence) =>
  `SELECT 1 FROM "TurnLease" WHERE key = ${pg.escapeLiteral(key)} AND token = ${token} FOR SHARE`;

/** The same as a statement that fails where the lease is another's: what is sent with it does not happen then. */
export const holdsOrFails = ({ key, token }: Fence) =>
  `SELECT 1 / (SELECT count(*) FROM (${fenced({ key, token })}) held)`;
/** PostgreSQL's division by zero. */
export const NOT_HELD = '22012';

type Role = 'channel_app' | 'channel_sweep';

/** Role and tenant end with the transaction, so a pooled connection never carries a tenant over. */
export function namesWho(role: Role, merchantId?: string): string {
  const settings = [
    setting('role', role),
    ...(merchantId === undefined ? [] : [setting('app.merchant_id', merchantId)]),
  ];
  return `SELECT ${settings.join(', ')}`;
}

export function openingFor(role: Role, merchantId?: string, fence?: Fence): Opening {
  return { statements: ['BEGIN', namesWho(role, merchantId), ...(fence ? [fenced(fence)] : [])], holds: false };
}

export const openedAs = <T>(opening: Opening, work: () => Promise<T>): Promise<T> => current.run(opening, work);

type Query = (config: { text: string; values?: unknown[] }) => Promise<unknown>;

/**
 * Says with BEGIN as whom it begins: one message to the server instead of three, some forty times for a batch of figures. A
 * transaction that names nobody is not begun at all.
 */
export class OpeningClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as unknown as Query;
    const begin = async (config: Parameters<Query>[0]): Promise<unknown> => {
      const opening = current.getStore();
      if (!opening) throw new Error('A transaction must be opened through a door (src/db/tenant.ts).');
      const results = (await query({ ...config, text: opening.statements.join('; ') })) as pg.QueryResult[];
      opening.holds = results.at(-1)?.rowCount === 1;
      return results[0];
    };
    const isBegin = (config: unknown): config is Parameters<Query>[0] =>
      typeof config === 'object' && config !== null && 'text' in config && config.text === 'BEGIN';
    this.query = ((config: unknown, ...rest: unknown[]) =>
      isBegin(config)
        ? begin(config)
        : (query as (...given: unknown[]) => unknown)(config, ...rest)) as typeof this.query;
  }
}
