import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedCall } from './recorder';
import { startProgram } from './start-program';

const BARE_MS = 60_000;

export type BareCost = { seconds: number; processorSeconds: number };

/** What nothing but BullMQ and fetch need for these calls. */
export async function repeatBare(
  redisUrl: string,
  calls: readonly RecordedCall[],
  concurrency: number,
): Promise<BareCost> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const callsFile = join(folder, 'calls.json');
    await writeFile(callsFile, JSON.stringify(calls));
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const bare = startProgram('bench/bare.ts', { callsFile, concurrency }, { REDIS_URL: redisUrl }, log);
    await bare.waitForLine(/^bare \{/, BARE_MS);
    return JSON.parse(/^bare (\{.*)/m.exec(lines.join('\n'))?.[1] ?? '{}') as BareCost;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
