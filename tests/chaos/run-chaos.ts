import { createHaravanControls } from '@/tests/controls/haravan-controls';
import { createLazadaControls } from '@/tests/controls/lazada-controls';
import { openDatabaseReader } from '@/tests/controls/database-reader';
import { waitUntilRight } from '@/tests/controls/wait-until';
import { faultsNeverMet } from './disasters';
import { type View, wrongNow } from './invariants';
import { createLife, type Life } from './life';
import { type Closing, openStage, type StageOptions } from './open-stage';
import { createRandom } from './random';
import { openRunLog, type RunLog } from './run-log';
import { strike, type StrikeOptions } from './strike';
import { startTimeline, type Timeline } from './timeline';

export type ChaosOptions = StageOptions &
  StrikeOptions & {
    /** How long both platforms are cut off at a time. */
    cutMs: number;
    /** How long the product may take until all is right again. */
    healMs: number;
    print(line: string): void;
  };

export type ChaosReport = {
  disasters: string[];
  counts: Life['counts'];
  /** Bad answers that were prepared, and no call came to get them. */
  neverMet: string[];
  /** From the last disaster until all was right. */
  healedMs: number;
  /** Where the seconds went. */
  timeline: string;
};

/**
 * Real processes under load while things break; afterwards both platforms must agree with the oracle (spec R8.1). The web
 * app must have been built.
 * @throws with what is still wrong after `healMs`, the seed, and where the log of the run is
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const log = openRunLog(options.dataDir, options.seed);
  const print = (line: string) => {
    log.write(line);
    options.print(line);
  };
  const timeline = startTimeline(print);
  const closing: Closing = [log.close];
  try {
    return await run({ ...options, print }, timeline, log, closing);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}\nSeed ${options.seed}; ${timeline.text()}; the log is ${log.path}`, { cause: error });
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function run(options: ChaosOptions, timeline: Timeline, log: RunLog, closing: Closing): Promise<ChaosReport> {
  const { databaseUrl, place, ...stage } = await openStage(options, timeline, log, closing);
  const haravan = createHaravanControls(stage.sandbox.urls.haravan);
  const lazada = createLazadaControls(stage.sandbox.urls.lazada);
  const until = untilRight({ haravan, lazada, ...place }, databaseUrl, options);
  await until('before the first disaster');
  timeline.mark('all right');
  const random = createRandom(options.seed);
  const life = await createLife({ haravan, lazada }, place, random);
  const disasters = await strike({ ...stage, life, random, cutMs: options.cutMs }, timeline, options);
  timeline.mark('the last has struck');
  const healedMs = await until('afterwards');
  timeline.mark('all right again');
  const neverMet = faultsNeverMet(stage.sandbox);
  return { disasters, counts: life.counts, neverMet, healedMs, timeline: timeline.text() };
}

/** Its connections live from one peace to the next: they would break with the server's. */
function untilRight(view: Omit<View, 'database'>, databaseUrl: string, { healMs, print }: ChaosOptions) {
  return async (when: string): Promise<number> => {
    const database = openDatabaseReader(databaseUrl);
    let said = '';
    const look = async () => {
      const wrong = await wrongNow({ ...view, database });
      const text = wrong.join(' | ');
      if (text !== said) print(`${wrong.length} wrong: ${text}`);
      said = text;
      return wrong;
    };
    return waitUntilRight(when, look, healMs).finally(database.close);
  };
}
