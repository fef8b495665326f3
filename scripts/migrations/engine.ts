import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { WholeScriptPg } from './whole-script-pg';

export type Engine = bindings.SchemaEngine;

// The package leaves loading the binary to a bundler: this one is exported but not declared.
type Loader = { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let loading: Promise<void> | undefined;

/** The engine's guard timers are never cleared: unref'd, they do not hold a finished process up for 10 s. */
function imports(): WebAssembly.ModuleImports {
  const given = Object.entries(bindings as unknown as WebAssembly.ModuleImports);
  const setTimer = (callback: () => void, delayMs: number) => setTimeout(callback, delayMs >>> 0).unref();
  return Object.fromEntries(
    given.map(([name, value]) => [name, name.startsWith('__wbg_setTimeout_') ? setTimer : value]),
  );
}

async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = await WebAssembly.compile(await readFile(script.replace(/\.js$/, '.wasm')));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': imports() });
  (bindings as unknown as Loader).__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

/**
 * Opens Prisma's schema engine, as WebAssembly, on a database: the native one is a download that a
 * closed network refuses. PostgreSQL's own words are kept when a script fails.
 */
export async function withEngine<T>(databaseUrl: string, use: (engine: Engine) => Promise<T>): Promise<T> {
  loading ??= instantiate();
  await loading;
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const adapter = new WholeScriptPg(pool);
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, bound);
  try {
    return await use(engine);
  } catch (error) {
    throw adapter.scriptFailure ?? error;
  } finally {
    engine.free();
    await pool.end();
  }
}
