import pg from 'pg';

/** The product's database as its operator sees it: every tenant's rows, and nothing can be written. */
export type DatabaseReader = {
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

export function openDatabaseReader(databaseUrl: string): DatabaseReader {
  const options = '-c default_transaction_read_only=on';
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, options });
  return {
    rows: async <Row extends object>(sql: string, values?: unknown[]) => (await pool.query<Row>(sql, values)).rows,
    close: () => pool.end(),
  };
}
