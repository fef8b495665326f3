import { setTimeout as sleep } from 'node:timers/promises';
import { DISASTERS, type Scene } from './disasters';
import type { Timeline } from './timeline';

export type StrikeOptions = {
  /** How long disasters strike, at least: every kind comes once. */
  strikeMs: number;
  /** Between two disasters, at most. */
  pauseMs: number;
  /** Between two things that merchants or buyers do: Haravan allows 4 calls a second, an order takes about ten. */
  lifePauseMs: number;
};

/** Life goes on while disasters strike: every kind once in an order by lot, then any. Answers their names. */
export async function strike(scene: Scene, timeline: Timeline, options: StrikeOptions): Promise<string[]> {
  const { life, random } = scene;
  const names: string[] = [];
  const first = random.shuffled(DISASTERS);
  const endsAt = performance.now() + options.strikeMs;
  const isOver = () => performance.now() >= endsAt && names.length >= first.length;
  let failed: unknown;
  const living = (async () => {
    while (!isOver() && failed === undefined) {
      await life.step();
      await sleep(options.lifePauseMs);
    }
  })().catch((error: unknown) => {
    failed = error;
  });
  while (!isOver() && failed === undefined) {
    const disaster = first[names.length] ?? random.pick(DISASTERS);
    timeline.mark(disaster.name);
    await disaster.strike(scene);
    names.push(disaster.name);
    await sleep(options.pauseMs * (0.5 + random.next() / 2));
  }
  await living;
  if (failed !== undefined) throw failed;
  return names;
}
