import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a run and its processes say, in one file that stays: `seed-1.log` of the data directory. */
export type RunLog = { path: string; write(line: string): void; close(): Promise<void> };

export function openRunLog(dataDir: string, seed: number): RunLog {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, `seed-${seed}.log`);
  const stream = createWriteStream(path);
  return {
    path,
    write: (line) => void stream.write(`${line}\n`),
    close: () => new Promise((done) => stream.end(done)),
  };
}
