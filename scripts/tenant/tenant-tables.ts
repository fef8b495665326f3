import type { Connection } from './tenant-connection';

/** Tables under row-level security: those that hold a merchant's rows; its own row comes last. */
export async function tenantTables({ client }: Connection): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relrowsecurity
    ORDER BY relname = 'Merchant', relname`);
  return rows.map((row) => row.name);
}
