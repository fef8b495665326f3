import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Lane } from '@/src/domain/lane';
import { parentOf } from './processor-time';

const LOOK_MS = 100;

/** Looks at the database from outside, as an operator may. */
export type Progress = {
  /** Every poll of orders is due now: the next sweep gives the turns. */
  pollOrders(): Promise<void>;
  /** The `n` of the first row. */
  count(sql: string): Promise<number>;
  /** Waits until the count is reached. @throws Error when it takes longer than the time */
  until(what: string, sql: string, wanted: number, timeoutMs: number): Promise<void>;
  /** Waits until no turn of this lane is running. */
  untilIdle(lane: Lane, timeoutMs: number): Promise<void>;
  /** Transactions of this database so far, without these looks; PostgreSQL counts with up to a second's delay. */
  transactions(): Promise<number>;
  /** The server's own process. */
  serverPid(): Promise<number>;
  /** The planner's figures of every table, as autovacuum makes them within a minute or so. */
  analyze(): Promise<void>;
  close(): Promise<void>;
};

export async function openProgress(databaseUrl: string): Promise<Progress> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('SET ROLE channel_sweep');
  let looks = 0;
  const count = async (sql: string) => {
    looks += 1;
    return Number((await client.query<{ n: string }>(sql)).rows[0]?.n);
  };
  const until: Progress['until'] = async (what, sql, wanted, timeoutMs) => {
    const deadline = Date.now() + timeoutMs;
    for (let seen = await count(sql); seen !== wanted; seen = await count(sql)) {
      if (Date.now() > deadline) throw new Error(`${what}: ${seen} of ${wanted} after ${timeoutMs / 1_000} s`);
      await sleep(LOOK_MS);
    }
  };
  return {
    async pollOrders() {
      await client.query('UPDATE "Connection" SET "ordersPollAt" = now()');
    },
    count,
    until,
    untilIdle: (lane, timeoutMs) =>
      until(
        `turns of lane ${lane}`,
        `SELECT count(*) AS n FROM "TurnLease" WHERE key LIKE '${lane}\\_%' AND "expiresAt" > now()`,
        0,
        timeoutMs,
      ),
    transactions: async () =>
      (await count(
        'SELECT xact_commit + xact_rollback AS n FROM pg_stat_database WHERE datname = current_database()',
      )) - looks,
    serverPid: async () => parentOf(await count('SELECT pg_backend_pid() AS n')),
    async analyze() {
      await client.query('RESET ROLE; ANALYZE; SET ROLE channel_sweep');
    },
    close: () => client.end(),
  };
}
