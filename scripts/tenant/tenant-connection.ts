import pg from 'pg';

export type TenantRow = { id: string; shop: string; name: string; status: string };

type Isolation = 'READ COMMITTED' | 'REPEATABLE READ';
type Identity = { role: string; merchantId: string; isolation: Isolation };

/** A transaction under the database's row-level security (spec R7.1); rolled back when the work throws. */
async function inRole<T>(client: pg.Client, { role, merchantId, isolation }: Identity, work: () => Promise<T>) {
  await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
  try {
    const identity = "SELECT set_config('role', $1, true), set_config('app.merchant_id', $2, true)";
    await client.query(identity, [role, merchantId]);
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

export type Connection = {
  client: pg.Client;
  /** A transaction that sees one merchant. `REPEATABLE READ`: all of it as of one moment. */
  asTenant<T>(merchantId: string, work: () => Promise<T>, isolation?: Isolation): Promise<T>;
  /** Every merchant, the oldest installation first. */
  merchants(): Promise<TenantRow[]>;
};

/** A connection for commands of the operator, with no limit on how long a transaction takes. */
export async function withConnection<T>(databaseUrl: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work({
      client,
      asTenant: (merchantId, inside, isolation = 'READ COMMITTED') =>
        inRole(client, { role: 'channel_app', merchantId, isolation }, inside),
      async merchants() {
        const read = () =>
          client.query<TenantRow>('SELECT id, shop, name, status FROM "Merchant" ORDER BY "installedAt", id');
        const everyone: Identity = { role: 'channel_sweep', merchantId: '', isolation: 'READ COMMITTED' };
        return (await inRole(client, everyone, read)).rows;
      },
    });
  } finally {
    await client.end();
  }
}
