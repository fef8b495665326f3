import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, TenantRow } from './tenant-connection';
import { tenantTables } from './tenant-tables';

/** Longer than a lease lives: the turn of a worker that was killed ends by then too. */
const TURNS_END_MS = 60_000;
const LOOK_MS = 250;
/** A request that was let in just before has stored its message by then. */
const REQUESTS_END_MS = 1_000;

export type RowCount = { table: string; rows: number };

/** How many rows of this merchant there are, by table; empty ones are left out. */
export async function countRows(connection: Connection, { id }: TenantRow): Promise<RowCount[]> {
  const tables = await tenantTables(connection);
  return connection.asTenant(id, async () => {
    const counts: RowCount[] = [];
    for (const table of tables) {
      const { rows } = await connection.client.query<{ n: string }>(`SELECT count(*) AS n FROM "${table}"`);
      counts.push({ table, rows: Number(rows[0]?.n) });
    }
    return counts.filter(({ rows }) => rows > 0);
  });
}

/** From here on no turn begins and no message is taken in: tokens are gone, statuses say why (spec R5.2). */
async function endAccess({ client, asTenant }: Connection, id: string): Promise<void> {
  const noTokens = '"accessToken" = NULL, "refreshToken" = NULL, "accessExpiresAt" = NULL';
  await asTenant(id, async () => {
    await client.query(`UPDATE "Merchant" SET ${noTokens}, status = 'uninstalled', "uninstalledAt" = now()`);
    const ended = `status = 'disconnected', "disconnectedAt" = now(), "refreshExpiresAt" = NULL, "renewAt" = NULL`;
    await client.query(`UPDATE "Connection" SET ${noTokens}, ${ended}`);
  });
}

async function turnsEnded({ client }: Connection, id: string): Promise<void> {
  const deadline = Date.now() + TURNS_END_MS;
  const running = 'SELECT 1 FROM "TurnLease" WHERE key LIKE $1 AND "expiresAt" > now() LIMIT 1';
  while ((await client.query(running, [leasesOf(id)])).rowCount !== 0) {
    if (Date.now() > deadline) throw new Error('A turn of this shop does not end: nothing was erased, try again.');
    await sleep(LOOK_MS);
  }
}

/** `lane_merchant_connection` (turnKeyText). */
const leasesOf = (id: string): string => `%\\_${id}\\_%`;

async function deleteRows(connection: Connection, id: string): Promise<RowCount[]> {
  const { client } = connection;
  const tables = await tenantTables(connection);
  return connection.asTenant(id, async () => {
    // The leases first: a turn that comes back from a long sleep finds no fence to write under.
    await client.query('DELETE FROM "TurnLease" WHERE key LIKE $1', [leasesOf(id)]);
    await client.query('DELETE FROM "LoginState" WHERE "merchantId" = $1', [id]);
    const counts: RowCount[] = [];
    for (const table of tables) {
      const { rowCount } = await client.query(`DELETE FROM "${table}"`);
      counts.push({ table, rows: rowCount ?? 0 });
    }
    return counts.filter(({ rows }) => rows > 0);
  });
}

/**
 * Ends the merchant's access, waits for its running turns, then deletes every row of it in one transaction (spec R7.3).
 * Orders and products on both platforms stay as they are. @throws Error when a turn does not end
 */
export async function eraseTenant(connection: Connection, { id }: TenantRow): Promise<RowCount[]> {
  await endAccess(connection, id);
  await sleep(REQUESTS_END_MS);
  await turnsEnded(connection, id);
  return deleteRows(connection, id);
}
