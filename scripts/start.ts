import { startWeb, startWorkers } from './app-processes';
import { migrate } from './migrate';
import type { RunningProcess } from './run-process';
import { startServices } from './services';
import { untilStopped } from './until-stopped';
import { ensureWebBuilt } from './web-build';

const prefixed = (name: string) => (line: string) => console.log(`[${name}] ${line}`);

/** `npm start`: web app and workers in production mode on one machine (spec R9.5). Either one's end ends both. */
async function main(): Promise<number> {
  const stopped = untilStopped();
  await ensureWebBuilt(console.log);
  const services = await startServices({ dataDir: '.data', log: console.log });
  const processes: RunningProcess[] = [];
  try {
    const applied = await migrate(services.databaseUrl);
    if (applied.length) console.log(`Applied ${applied.join(', ')}.`);
    const env = { DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl };
    processes.push(startWorkers(env, prefixed('workers')), startWeb(env, prefixed('web')));
    const ended = await Promise.race([stopped, ...processes.map((each) => each.exited)]);
    return ended === 'SIGINT' || ended === 'SIGTERM' || ended === 'SIGHUP' ? 0 : 1;
  } finally {
    await Promise.all(processes.map((each) => each.stop()));
    await services.stop();
  }
}

process.exitCode = await main();
