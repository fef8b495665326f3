import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { envSchema } from '@/src/platform/env';
import { LIVE_VARIABLES } from '@/tests/contract/live/live-env';

type Manifest = Record<'scripts' | 'dependencies' | 'devDependencies', Record<string, string>>;

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const markdown = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const documents = ['README.md', ...markdown('docs')];
const textOf = (path: string) => readFileSync(path, 'utf8');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** `src/…`, `tests/…`, `docker-compose.yml`: what a document names as a place in this tree; `{a,b}` and `…` are shorthand. */
const PLACE =
  /`((?:src|app|workers|sandbox|tests|bench|scripts|docs|prisma)\/[\w./()[\]-]*|[\w.-]+\.(?:yml|mjs|json))`/g;
/** What only a running product has. */
const NOT_OURS = ['file.json'];

describe.each(documents)('%s', (path) => {
  const text = textOf(path);

  test('names only places that are there', () => {
    const named = found(text, PLACE).filter((place) => !NOT_OURS.includes(place));
    expect(named.filter((place) => !existsSync(place))).toEqual([]);
  });

  test('links lead somewhere', () => {
    // Pictures are taken from the running product, and are not words about it.
    const links = found(text, /\[[^\]]*\]\((?!https?:|#)([^)#]+)/g);
    expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([]);
  });

  test('names only npm scripts that are there', () => {
    const scripts = found(text, /npm run (?:--silent )?([\w:]+)/g);
    expect(scripts.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  });

  test('names only variables that something reads', () => {
    const known = new Set([
      ...Object.keys(envSchema.in.shape),
      'POSTGRES_PASSWORD',
      'TEST_DATABASE_URL',
      'TEST_REDIS_URL',
      ...LIVE_VARIABLES,
    ]);
    const named = found(text, /`([A-Z]{3,}(?:_[A-Z]+)+)(?:=[^`]*)?`/g);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

test('the README says of every package why it is there, and of no other', () => {
  const [, chapter = ''] = textOf('README.md').split('\n## Packages\n');
  const table = found(chapter, /^\| `(@?[\w/.-]+)` \|/gm);
  const packages = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  expect(table.toSorted()).toEqual(packages.toSorted());
});

test('every decision is in the list of decisions', () => {
  const listed = found(textOf('docs/decisions/README.md'), /\(([\w-]+\.md)\)/g);
  const pages = readdirSync('docs/decisions').filter((name) => name !== 'README.md');
  expect(listed.toSorted()).toEqual(pages.toSorted());
});

test('every metric that the product serves is described', () => {
  const sources = ['src/platform/metrics.ts', 'src/db/metric-readings.ts', 'src/compose.ts'].map(textOf).join('\n');
  const served = new Set(
    found(sources, /\b(channel_(?:[a-z]+_)*[a-z]+)\b/g).filter((name) => !/^channel_(app|sweep)$/.test(name)),
  );
  const described = found(textOf('docs/operations.md'), /^\| `(channel_[a-z_]+)`/gm);
  expect(described.filter((name) => !served.has(name))).toEqual([]);
  expect([...served].filter((name) => !described.includes(name))).toEqual([]);
});
