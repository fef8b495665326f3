import type { Encryption } from '@/src/platform/encryption';
import { type Connection, withConnection } from '../tenant/tenant-connection';
import { SEALED, type SealedTable } from './sealed-columns';

export type Rotation = {
  /** `Table.column` */
  column: string;
  checked: number;
  sealedAgain: number;
  /** In the hands of somebody else, or written since it was read: the next run looks at it again. */
  changedMeanwhile: number;
  /** Sealed with a key that is not in the ring: nobody can open it. */
  unreadable: number;
};

type Sealed = { key: string[]; sealed: string };
type Renewed = Sealed & { again: string };
type Place = Pick<SealedTable, 'table' | 'key'> & { column: string };
type Where = { merchantId: string; at: Place };
type Tools = { connection: Connection; encryption: Encryption };

const BATCH = 500;
const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
const places = (): Place[] => SEALED.flatMap(({ columns, ...at }) => columns.map((column) => ({ ...at, column })));

async function page({ client, asTenant }: Connection, { merchantId, at }: Where, after: string[]): Promise<Sealed[]> {
  const keys = Object.keys(at.key);
  const last = keys.map((_, index) => `$${index + 1}`).join(', ');
  const beyond = after.length > 0 ? `AND (${quoted(keys)}) > (${last})` : '';
  const text = `SELECT ${quoted([...keys, at.column])} FROM "${at.table}" WHERE "${at.column}" IS NOT NULL ${beyond}
    ORDER BY ${quoted(keys)} LIMIT ${BATCH}`;
  const read = () => client.query<string[]>({ text, values: after, rowMode: 'array' });
  const { rows } = await asTenant(merchantId, read);
  return rows.map((row) => ({ key: row.slice(0, -1), sealed: row.at(-1) ?? '' }));
}

/** Compare-and-set. A row that somebody else has locked is passed over: who waits for nobody cannot deadlock a worker. */
function replaceText({ table, key, column }: Place): string {
  const keys = Object.keys(key);
  const given = Object.values(key).map((type, index) => `$${index + 3}::${type}[]`);
  const same = `${keys.map((name) => `t."${name}" = g."${name}"`).join(' AND ')} AND t."${column}" = g.sealed`;
  return `WITH given AS (SELECT * FROM unnest($1::text[], $2::text[], ${given.join(', ')}) AS g (sealed, again, ${quoted(keys)})),
    mine AS (SELECT ${keys.map((name) => `t."${name}"`).join(', ')} FROM "${table}" t JOIN given g ON ${same} FOR UPDATE OF t SKIP LOCKED)
    UPDATE "${table}" t SET "${column}" = g.again FROM given g JOIN mine USING (${quoted(keys)}) WHERE ${same}`;
}

async function replace({ client, asTenant }: Connection, { merchantId, at }: Where, rows: Renewed[]): Promise<number> {
  const keys = Object.keys(at.key).map((_, index) => rows.map((row) => row.key[index]));
  const values = [rows.map((row) => row.sealed), rows.map((row) => row.again), ...keys];
  const { rowCount } = await asTenant(merchantId, () => client.query(replaceText(at), values));
  return rowCount ?? 0;
}

async function rotatePage({ connection, encryption }: Tools, where: Where, rows: Sealed[], tally: Rotation) {
  const renewed: Renewed[] = [];
  for (const row of rows.filter(({ sealed }) => encryption.isStale(sealed))) {
    const plain = await encryption.open(row.sealed).catch(() => undefined);
    if (plain === undefined) tally.unreadable += 1;
    else renewed.push({ ...row, again: await encryption.seal(plain) });
  }
  const replaced = renewed.length === 0 ? 0 : await replace(connection, where, renewed);
  tally.checked += rows.length;
  tally.sealedAgain += replaced;
  tally.changedMeanwhile += renewed.length - replaced;
}

async function rotateColumn(tools: Tools, where: Where, tally: Rotation): Promise<void> {
  for (let rows = await page(tools.connection, where, []); rows.length > 0; ) {
    await rotatePage(tools, where, rows, tally);
    rows = await page(tools.connection, where, rows.at(-1)?.key ?? []);
  }
}

/**
 * Seals with the newest key whatever an older one sealed, merchant by merchant, while workers run: a value that changed since it
 * was read is left alone. Safe to interrupt and to run again.
 */
export function rotateKeys(databaseUrl: string, encryption: Encryption): Promise<Rotation[]> {
  return withConnection(databaseUrl, async (connection) => {
    const merchants = await connection.merchants();
    const tallies: Rotation[] = [];
    for (const at of places()) {
      const column = `${at.table}.${at.column}`;
      const tally: Rotation = { column, checked: 0, sealedAgain: 0, changedMeanwhile: 0, unreadable: 0 };
      for (const { id } of merchants) await rotateColumn({ connection, encryption }, { merchantId: id, at }, tally);
      tallies.push(tally);
    }
    return tallies;
  });
}
