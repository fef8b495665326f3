import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchServer, startFailure } from './background-server';
import { endProcess } from './end-process';
import { freePort } from './free-port';
import { clearStaleLock, createCluster, postmasterPid } from './postgres-cluster';
import { askServer, ensureDatabase } from './postgres-connection';
import { type PostgresHome, postgresHome } from './postgres-home';
import { type PostgresKind, postgresFlags } from './postgres-settings';
import { type Remembered, recall, remember } from './remembered';

const RECOVERY_MS = 60_000;

/** A handle on the PostgreSQL of one data directory. */
export type LocalPostgres = { url: string; started: boolean; stop: () => Promise<void> };

async function isRunning(facts: Remembered, cluster: string): Promise<boolean> {
  const deadline = Date.now() + RECOVERY_MS;
  for (;;) {
    const answer = await askServer(facts, cluster);
    if (answer !== 'starting' || Date.now() > deadline) return answer === 'ours';
    await sleep(50);
  }
}

async function launch(home: PostgresHome, facts: Remembered, kind: PostgresKind, logFile: string): Promise<void> {
  const program = {
    command: join(home.bin, 'postgres'),
    args: ['-D', home.cluster, '-p', String(facts.port), ...postgresFlags(kind)],
    logFile,
    runAs: home.runAs,
    isReady: async () => (await askServer(facts, home.cluster)) === 'ours',
  };
  // The children of a server killed with -9 need a moment to notice; until then its memory is "still in use".
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    if (await launchServer(program)) return;
    await sleep(attempt * 200);
  }
  throw await startFailure('PostgreSQL', logFile);
}

/** Starts, or finds running, the PostgreSQL of this (absolute) data directory. */
export async function startPostgres(dataDir: string, kind: PostgresKind): Promise<LocalPostgres> {
  const home = await postgresHome(dataDir);
  const memory = join(dataDir, 'postgres.json');
  const facts = await recall(memory);
  const found = await isRunning(facts, home.cluster);
  if (!found) {
    await remember(memory, facts);
    await createCluster(home, facts.password);
    await clearStaleLock(home.cluster);
    facts.port = await freePort(facts.port);
    await remember(memory, facts);
    await launch(home, facts, kind, join(dataDir, 'postgres.log'));
  }
  const stop = async () => {
    const pid = await postmasterPid(home.cluster);
    // "Fast" shutdown first, then "immediate".
    if (pid !== undefined && (await isRunning(facts, home.cluster))) await endProcess(pid, 'SIGINT', 'SIGQUIT');
  };
  return { url: await ensureDatabase(facts), started: !found, stop };
}
