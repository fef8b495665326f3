import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);
const name = `planted-violation-${process.pid}`;

/** A file that breaks a rule, and the rule that must say so. */
const planted = [
  { file: `src/domain/${name}.ts`, imports: '@/src/platform/clock', rule: 'src-domain-imports' },
  { file: `src/domain/${name}-package.ts`, imports: 'pg', rule: 'src-domain-pure' },
  { file: `src/domain/${name}-node.ts`, imports: 'node:fs', rule: 'src-domain-pure' },
  { file: `sandbox/core/${name}.ts`, imports: '@/src/domain/ids', rule: 'sandbox-imports' },
  { file: `scripts/demo/${name}.ts`, imports: '@/src/domain/ids', rule: 'judges-from-outside' },
  { file: `src/platform/${name}.ts`, imports: '@/nowhere', rule: 'resolvable' },
];

type Report = { summary: { violations: { from: string; rule: { name: string } }[] } };

async function cruise(files: string[]): Promise<Report> {
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...files];
  const { stdout } = await run('node_modules/.bin/depcruise', args, { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Report;
}

describe('import boundaries', () => {
  test('a planted violation of each kind is reported', { timeout: 60_000 }, async () => {
    try {
      for (const { file, imports } of planted) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `import '${imports}';\n`);
      }
      const { summary } = await cruise(planted.map(({ file }) => file));
      const found = summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
      for (const { file, rule } of planted) expect(found).toContain(`${file} ${rule}`);
    } finally {
      for (const { file } of planted) rmSync(file, { force: true });
    }
  });

  test('Next would take src/app or src/pages for its own', () => {
    expect(existsSync('src/app') || existsSync('src/pages')).toBe(false);
  });
});
