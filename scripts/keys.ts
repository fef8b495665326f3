import { createEncryption } from '@/src/platform/encryption';
import { envSchema } from '@/src/platform/env';
import { type Rotation, rotateKeys } from './keys/rotate-keys';
import { withDatabase } from './with-database';

const USAGE =
  'Usage: npm run keys -- rotate   (after the new key was put first in ENCRYPTION_KEYS and every process has it)';

const line = ({ column, checked, sealedAgain, changedMeanwhile, unreadable }: Rotation): string =>
  [
    `${column}: ${checked} checked, ${sealedAgain} sealed again`,
    ...(changedMeanwhile > 0 ? [`${changedMeanwhile} changed meanwhile`] : []),
    ...(unreadable > 0 ? [`${unreadable} sealed with a key that is not in ENCRYPTION_KEYS`] : []),
  ].join(', ');

const total = (rotations: Rotation[], fate: Exclude<keyof Rotation, 'column'>): number =>
  rotations.reduce((sum, rotation) => sum + rotation[fate], 0);

function advice(rotations: Rotation[]): string {
  if (total(rotations, 'unreadable') > 0) return 'Put the missing key back into ENCRYPTION_KEYS, then run this again.';
  if (total(rotations, 'sealedAgain') + total(rotations, 'changedMeanwhile') > 0)
    return 'Run this again: when nothing had to be sealed again, the older keys may leave ENCRYPTION_KEYS.';
  return 'Everything is sealed with the newest key: the older ones may leave ENCRYPTION_KEYS.';
}

/** `npm run keys -- rotate` (spec R7.3, R9.5). Exit code 1 when something could not be opened. */
async function main([command, ...rest]: string[]): Promise<number> {
  if (command !== 'rotate' || rest.length > 0) throw new Error(USAGE);
  const ring = envSchema.in.shape.ENCRYPTION_KEYS.safeParse(process.env.ENCRYPTION_KEYS);
  if (!ring.success) throw new Error('Set ENCRYPTION_KEYS to base64 keys of 32 bytes, comma separated, newest first.');
  const rotations = await withDatabase((databaseUrl) => rotateKeys(databaseUrl, createEncryption(ring.data)));
  console.log([...rotations.map(line), advice(rotations)].join('\n'));
  return total(rotations, 'unreadable') > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
