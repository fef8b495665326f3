import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { LOCALE } from '@/scripts/local-services/postgres-cluster';
import { envSchema } from '@/src/platform/env';

// No container engine runs in these tests: what can be read is checked against the rest of the tree.

const service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  profiles: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  stop_grace_period: z.string().optional(),
});
const composeText = readFileSync('docker-compose.yml', 'utf8');
const { services } = z.object({ services: z.record(z.string(), service) }).parse(parse(composeText, { merge: true }));
const named = (name: string) => service.parse(services[name]);

const dockerfile = readFileSync('Dockerfile', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const lines = (instruction: string) =>
  dockerfile.flatMap((line) => (line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1)] : []));

const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);
/** What PostgreSQL's image and the sandbox read; the product's own are in the schema. */
const KNOWN = /^(POSTGRES_(USER|PASSWORD|DB|INITDB_ARGS)|SANDBOX_(HOST|PUBLIC_HOST))$/;

describe('R9.5 docker-compose.yml', () => {
  test('starts the two servers, the migrations, web and workers; the sandbox only when asked for', () => {
    expect(Object.keys(services).toSorted()).toEqual(['migrate', 'postgres', 'redis', 'sandbox', 'web', 'worker']);
    const always = Object.entries(services).flatMap(([name, { profiles }]) => (profiles.length === 0 ? [name] : []));
    expect(always.toSorted()).toEqual(['migrate', 'postgres', 'redis', 'web', 'worker']);
  });

  test('the servers are as new as the product needs, and Redis keeps every key', () => {
    expect(Number(named('postgres').image.split(':')[1])).toBeGreaterThanOrEqual(15);
    expect(Number(named('redis').image.split(':')[1])).toBeGreaterThanOrEqual(7);
    expect(named('postgres').environment.POSTGRES_INITDB_ARGS).toBe(LOCALE.join(' '));
    const settings = named('redis').command?.join(' ');
    expect(settings).toContain('--appendonly yes');
    expect(settings).toContain('--maxmemory-policy noeviction');
  });

  test('every npm script that a command runs exists, and every file', () => {
    const commands = [...ours.map(([, { command = [] }]) => command), JSON.parse(lines('CMD')[0] ?? '[]') as string[]];
    for (const command of commands) {
      const [program, run, name = ''] = command;
      if (program === 'npm') expect([run, Object.hasOwn(manifest.scripts, name)]).toEqual(['run', true]);
      else expect([program, existsSync(command.at(-1) ?? '')]).toEqual(['node', true]);
    }
  });

  test('R9.1 every variable that is named is one that something reads', () => {
    const set = Object.values(services).flatMap(({ environment }) => Object.keys(environment));
    const read = [...composeText.matchAll(/\$\{([A-Z_]+)/g)].map((match) => match[1] ?? '');
    const known = new Set<string>(Object.keys(envSchema.in.shape));
    expect([...set, ...read].filter((name) => !known.has(name) && !KNOWN.test(name))).toEqual([]);
  });

  test('R9.4 the web container is healthy when the health check of the app answers', () => {
    const [path] = /\/api\/[a-z]+/.exec(named('web').healthcheck?.test.join(' ') ?? '') ?? [];
    expect(existsSync(`app${path}/route.ts`)).toBe(true);
    expect(named('web').ports[0]).toMatch(new RegExp(`:${named('web').environment.PORT}$`));
    expect(lines('EXPOSE')).toEqual([named('web').environment.PORT]);
  });

  test('web and workers wait for the migrations, and those for the database', () => {
    for (const name of ['web', 'worker'])
      expect(named(name).depends_on.migrate?.condition).toBe('service_completed_successfully');
    expect(named('migrate').depends_on.postgres?.condition).toBe('service_healthy');
  });

  test('R8.1 a worker gets longer to end than it takes', () => {
    const milliseconds = Number(/SHUTDOWN_MS = ([\d_]+)/.exec(workerSource())?.[1]?.replaceAll('_', ''));
    expect(Number.parseInt(named('worker').stop_grace_period ?? '', 10) * 1_000).toBeGreaterThan(milliseconds);
  });
});

const workerSource = () => readFileSync('workers/start-worker.ts', 'utf8');

/** The package of a bare import: `pg`, `@prisma/schema-engine-wasm/schema_engine_bg`. */
const packageOf = (specifier: string) => /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[0] ?? specifier;

describe('Dockerfile', () => {
  test('runs on a Node that is supported', () => {
    const versions = lines('FROM').map((from) => Number(/^node:(\d+)/.exec(from)?.[1]));
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.every((version) => version >= 24)).toBe(true);
  });

  test('copies only what exists, and works without a build environment', () => {
    const sources = lines('COPY').filter((copy) => !copy.startsWith('--'));
    for (const source of sources.flatMap((copy) => copy.split(' ').slice(0, -1))) expect(existsSync(source)).toBe(true);
    expect(readFileSync('.dockerignore', 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['node_modules', '.next', '.env', '.git']),
    );
  });

  test('the migrations find their engine in the image; nothing that the build needs is left out', () => {
    const engine = readFileSync('scripts/migrations/engine.ts', 'utf8');
    const packages = [...engine.matchAll(/from '([^.][^']*)'/g)].map((match) => packageOf(match[1] ?? ''));
    expect(packages).toContain('@prisma/schema-engine-wasm');
    expect(Object.keys(manifest.dependencies)).toEqual(
      expect.arrayContaining(packages.filter((name) => !name.startsWith('node:'))),
    );
    expect(dockerfile.join('\n')).not.toMatch(/--omit|--production|npm prune/);
    const install = dockerfile.findIndex((line) => line.startsWith('RUN npm install'));
    expect(dockerfile.slice(0, install).join('\n')).not.toContain('NODE_ENV');
    expect(readFileSync('.npmrc', 'utf8')).not.toContain('omit=');
  });

  test('does not run as root', () => {
    expect(lines('USER')).toEqual(['node']);
  });
});
