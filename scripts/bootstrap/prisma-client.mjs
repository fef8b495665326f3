import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot, projectPath, quietEnv, run, step } from './run.mjs';

const schema = inRoot('prisma', 'schema.prisma');
const generated = inRoot('src', 'db', 'generated');
const stamp = inRoot('node_modules', '.stamp', 'prisma');

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [schema, inRoot('prisma.config.ts'), inRoot('node_modules', 'prisma', 'package.json')]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Generates the database client when the schema, its settings or Prisma itself changed. */
export async function ensurePrismaClient() {
  if (!existsSync(schema)) return;
  const wanted = fingerprint();
  if (existsSync(generated) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // Prisma wants to download its native engine, which generating does not use: any program that exists satisfies it.
  const env = { ...quietEnv, PATH: projectPath, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  await step('Generating the database client', () =>
    run(inRoot('node_modules', '.bin', 'prisma'), ['generate'], { env }),
  );
  mkdirSync(inRoot('node_modules', '.stamp'), { recursive: true });
  writeFileSync(stamp, wanted);
}
