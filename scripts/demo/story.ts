import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenStage, openStage } from './stage';
import type { Step } from './step';
import type { PlayStory, StoryContext } from './story-context';
import { accessLapses } from './steps/access-lapses';
import { actionsFromTheApp } from './steps/actions-from-the-app';
import { changesArrive } from './steps/changes-arrive';
import { configure } from './steps/configure';
import { connect } from './steps/connect';
import { disconnect } from './steps/disconnect';
import { errorsMended } from './steps/errors-mended';
import { install } from './steps/install';
import { ordersArrive } from './steps/orders-arrive';
import { publish } from './steps/publish';
import { secondMerchant } from './steps/second-merchant';
import { statusTable } from './steps/status-table';

/** The main job, in the order in which a merchant lives it. */
const STEPS: readonly Step[] = [
  install,
  connect,
  configure,
  publish,
  ordersArrive,
  statusTable,
  actionsFromTheApp,
  changesArrive,
  errorsMended,
  accessLapses,
  secondMerchant,
  disconnect,
];

const TITLE_WIDTH = 66;

const callsSoFar = async ({ haravan, lazada }: OpenStage): Promise<number> =>
  (await haravan.callCount()) + (await lazada.callCount());

async function takePictures({ first, second }: OpenStage, { outputDir, print }: StoryContext): Promise<void> {
  mkdirSync(outputDir, { recursive: true });
  for (const { account, hands } of [first, second]) {
    const path = join(outputDir, `${account.shop}.png`);
    await hands.page.screenshot({ path }).then(
      () => print(`   seen last by ${account.owner.name}: ${path}`),
      () => {},
    );
  }
}

type Played = { held: boolean; seconds: number; calls: number; found: string };

async function playStep(step: Step, stage: OpenStage): Promise<Played> {
  const begun = performance.now();
  const before = await callsSoFar(stage);
  const outcome = await step.play(stage).then(
    (found) => ({ held: true, found }),
    (error: Error) => ({ held: false, found: error.message }),
  );
  const seconds = (performance.now() - begun) / 1000;
  return { ...outcome, seconds, calls: (await callsSoFar(stage)) - before };
}

function lineOf(number: number, { title, requirements }: Step, { held, seconds, calls, found }: Played): string {
  const what = `${title} (${requirements})`.padEnd(TITLE_WIDTH);
  const took = `${seconds.toFixed(1).padStart(5)} s  ${String(calls).padStart(4)} calls`;
  return `${held ? '✓' : '✗'} ${String(number).padStart(2)}  ${what} ${took}  ${found}`;
}

/** Plays every step until one does not hold: those after it build on it. */
async function playAll(stage: OpenStage, context: StoryContext): Promise<boolean> {
  for (const [index, step] of STEPS.entries()) {
    const played = await playStep(step, stage);
    context.print(lineOf(index + 1, step, played));
    if (played.held) continue;
    await takePictures(stage, context);
    return false;
  }
  return true;
}

/** The story that `npm run demo` tells (spec R9.5): two merchants, both platforms, through the browser. */
export const playStory: PlayStory = async (context) => {
  const begun = performance.now();
  const stage = await openStage(context);
  try {
    const held = await playAll(stage, context);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    context.print(held ? `All ${STEPS.length} steps held, in ${seconds} s.` : `The story did not hold (${seconds} s).`);
    return { held };
  } finally {
    await stage.close();
  }
};
