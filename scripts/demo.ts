import { existsSync } from 'node:fs';
import { ensureChromium } from './chromium';
import type { PlayStory, StoryContext } from './demo/story-context';
import { openDemoDatabase } from './demo-database';
import { demoEnvironment } from './demo-env';
import { type DemoOptions, demoOptions } from './demo-options';
import { type DemoParts, demoParts } from './demo-parts';
import { demoPorts } from './demo-ports';
import { untilStopped } from './until-stopped';
import { ensureWebBuilt } from './web-build';

type Closing = (() => Promise<void>)[];

const STORY = new URL('demo/story.ts', import.meta.url);
const print = (line: string) => console.log(line);
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

async function play(context: StoryContext): Promise<boolean> {
  if (!existsSync(STORY)) {
    print('There is no story to play yet.');
    return true;
  }
  const { playStory } = (await import(STORY.href)) as { playStory: PlayStory };
  return playStory(context).catch((error: Error) => {
    print(`The story broke off: ${error.stack ?? error.message}`);
    return false;
  });
}

type Running = { env: Record<string, string>; parts: DemoParts; databaseUrl: string; redisUrl: string };

async function start(options: DemoOptions, closing: Closing): Promise<Running> {
  const env = demoEnvironment(options.dataDir, await demoPorts(options.once));
  const { databaseUrl, redisUrl, stop } = await openDemoDatabase(options, print);
  closing.push(stop);
  const whole = { ...env, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl };
  const parts = demoParts(whole, options.dataDir);
  closing.push(parts.sandbox.stop, parts.workers.stop, parts.web.stop);
  await Promise.all([ensureWebBuilt(print), parts.sandbox.start()]);
  await Promise.all([parts.web.start(), parts.workers.start()]);
  return { env: whole, parts, databaseUrl, redisUrl };
}

function contextOf(options: DemoOptions, running: Running): StoryContext {
  const { env, parts, databaseUrl, redisUrl } = running;
  const urls = {
    appUrl: env.APP_URL ?? '',
    haravanUrl: env.HARAVAN_API_URL ?? '',
    lazadaUrl: env.LAZADA_AUTH_URL ?? '',
  };
  const { web, workers } = parts;
  const outputDir = `${options.dataDir}/story`;
  return {
    ...urls,
    databaseUrl,
    redisUrl,
    env,
    outputDir,
    once: options.once,
    print,
    browser: ensureChromium,
    web,
    workers,
  };
}

async function demo(options: DemoOptions, stopped: Promise<unknown>, closing: Closing): Promise<boolean> {
  const running = await start(options, closing);
  print(
    `\nThe app: ${running.env.APP_URL}   Haravan's admin: ${running.env.HARAVAN_API_URL}   Lazada: ${running.env.LAZADA_AUTH_URL}`,
  );
  print(`Ready ${process.uptime().toFixed(1)} s after the start; logs in ${options.dataDir}/logs.\n`);
  const held = await play(contextOf(options, running));
  const { web, workers, sandbox } = running.parts;
  const peaks = [web, workers, sandbox].map((part) => megabytes(part.peakBytes()));
  print(`Highest memory: web ${peaks[0]}, workers ${peaks[1]}, sandbox ${peaks[2]}.`);
  if (options.once) return held;
  print('Ctrl-C ends the demo.');
  await stopped;
  return true;
}

/** `npm run demo`: the main job against the local sandbox (spec R9.5). Whatever was started is stopped again. */
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
