import { startWeb, startWorkers } from './app-processes';
import { migrate } from './migrate';
import type { RunningProcess } from './run-process';
import { startServices } from './services';
import { untilStopped } from './until-stopped';
import { ensureWebBuilt } from './web-build';

type Closing = (() => Promise<void>)[];

const prefixed = (name: string) => (line: string) => console.log(`[${name}] ${line}`);

async function endOf(name: string, running: RunningProcess): Promise<number> {
  console.error(`The ${name} ended (${await running.exited}).`);
  return 1;
}

async function serve(closing: Closing): Promise<number> {
  await ensureWebBuilt(console.log);
  const services = await startServices({ dataDir: '.data', log: console.log });
  closing.push(services.stop);
  const applied = await migrate(services.databaseUrl);
  if (applied.length) console.log(`Applied ${applied.join(', ')}.`);
  const env = { DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl };
  const workers = startWorkers(env, prefixed('workers'));
  const web = startWeb(env, prefixed('web'));
  closing.push(() => Promise.all([workers.stop(), web.stop()]).then(() => undefined));
  return Promise.race([endOf('web app', web), endOf('workers', workers)]);
}

/** `npm start`: web app and workers in production mode on one machine (spec R9.5). Either one's end ends both. */
async function main(): Promise<number> {
  const closing: Closing = [];
  try {
    return await Promise.race([untilStopped().then(() => 0), serve(closing)]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

process.exit(await main());
