import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const { SchemaEngine } = bindings;
export type Engine = InstanceType<typeof SchemaEngine>;

// The package leaves loading the binary to a bundler, so these two are exported but not declared.
type Loader = { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let loading: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/package.json')
    .replace(/package\.json$/, '');
  const module = await WebAssembly.compile(await readFile(`${file}schema_engine_bg.wasm`));
  const imports = bindings as unknown as WebAssembly.ModuleImports;
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': imports });
  (bindings as unknown as Loader).__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

/**
 * Opens Prisma's schema engine as WebAssembly on a database: the native one is a download that a
 * closed network refuses. Its errors are made readable; free it when done.
 */
export async function withEngine<T>(databaseUrl: string, use: (engine: Engine) => Promise<T>): Promise<T> {
  loading ??= instantiate();
  await loading;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}
