import { MERCHANTS } from '@/sandbox/world/merchants';
import { ensureChromium } from './chromium';
import { playStory } from './demo/story';
import type { StoryContext } from './demo/story-context';
import { openDemoDatabase } from './demo-database';
import { demoEnvironment } from './demo-env';
import { type DemoOptions, demoOptions } from './demo-options';
import { type DemoParts, demoParts } from './demo-parts';
import { demoPorts } from './demo-ports';
import { untilStopped } from './until-stopped';
import { ensureWebBuilt } from './web-build';

type Closing = (() => Promise<void>)[];

const print = (line: string) => console.log(line);
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

async function play(context: StoryContext): Promise<boolean> {
  const broken = (error: Error) => {
    print(`The story broke off: ${error.stack ?? error.message}`);
    return { held: false };
  };
  return (await playStory(context).catch(broken)).held;
}

type Running = { env: Record<string, string>; parts: DemoParts; databaseUrl: string };

async function start(options: DemoOptions, closing: Closing): Promise<Running> {
  const env = demoEnvironment(options.dataDir, await demoPorts(options.once));
  const { databaseUrl, redisUrl, stop } = await openDemoDatabase(options, print);
  closing.push(stop);
  const whole = { ...env, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl };
  const parts = demoParts(whole, options.dataDir);
  closing.push(parts.sandbox.stop, parts.workers.stop, parts.web.stop);
  await Promise.all([ensureWebBuilt(print), parts.sandbox.start()]);
  await Promise.all([parts.web.start(), parts.workers.start()]);
  return { env: whole, parts, databaseUrl };
}

function contextOf(options: DemoOptions, { env, databaseUrl }: Running): StoryContext {
  return {
    appUrl: env.APP_URL ?? '',
    haravanUrl: env.HARAVAN_API_URL ?? '',
    lazadaUrl: env.LAZADA_AUTH_URL ?? '',
    databaseUrl,
    merchants: MERCHANTS,
    outputDir: `${options.dataDir}/story`,
    print,
    browser: ensureChromium,
  };
}

function printMemory({ web, workers, sandbox }: DemoParts): void {
  const peaks = [web, workers, sandbox].map((part) => megabytes(part.peakBytes()));
  print(`Highest memory: web ${peaks[0]}, workers ${peaks[1]}, sandbox ${peaks[2]}.`);
}

/** Where to begin by hand, and as whom. */
function printLogins({ env }: Running): void {
  for (const { name, shop, owner, seller } of MERCHANTS) {
    print(`${name}: ${env.HARAVAN_API_URL}/shops/${shop}/admin`);
    print(`  Haravan  ${owner.email}  ${owner.password}`);
    print(`  Lazada   ${seller.email}  ${seller.password}`);
  }
  print(`Lazada's practice pages: ${env.LAZADA_AUTH_URL}/shop for buyers, ${env.LAZADA_AUTH_URL}/seller for sellers.`);
}

async function demo(options: DemoOptions, stopped: Promise<unknown>, closing: Closing): Promise<boolean> {
  const running = await start(options, closing);
  print(`Ready ${process.uptime().toFixed(1)} s after the start; logs in ${options.dataDir}/logs.\n`);
  // The addresses first: whoever is at the machine may look in while the story plays.
  if (!options.once) printLogins(running);
  const held = await play(contextOf(options, running));
  printMemory(running.parts);
  if (options.once) return held;
  print('\nThe app stays open: Tre Việt is connected, Hoa Mai may connect again. Ctrl-C ends the demo.');
  await stopped;
  return true;
}

/** `npm run demo`: the product beside both platforms, and the story of the main job played in it; it then stays open, or, with
 *  `-- --once`, all is stopped again and the exit code tells whether the story held (spec R9.5). */
async function main(options: DemoOptions): Promise<number> {
  const stopped = untilStopped();
  const closing: Closing = [];
  try {
    const held = await Promise.race([stopped.then(() => !options.once), demo(options, stopped, closing)]);
    return held ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

process.exit(await main(demoOptions(process.argv.slice(2))));
