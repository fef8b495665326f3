import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** What a local service must have again at its next start. */
export type Remembered = { port: number; password: string };

/** Reads what was remembered, or begins with a new password and no port yet (0). */
export async function recall(file: string): Promise<Remembered> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { port: 0, password: randomBytes(18).toString('hex') };
  return JSON.parse(text) as Remembered;
}

export async function remember(file: string, facts: Remembered): Promise<void> {
  await writeFile(file, JSON.stringify(facts), { mode: 0o600 });
}
