import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root.replace(/\/$/, '') };
const env = { TZ: 'UTC' };

/** Unit tests sit beside their source; tests/ holds what needs servers, the sandbox or a browser. */
export default defineConfig({
  resolve: { alias },
  test: {
    env,
    // Most tests wait for a database or a socket: four at a time keep two processors busy.
    maxWorkers: 4,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{src,app,workers,sandbox,scripts,bench}/**/*.test.ts', 'tests/{unit,model}/**/*.test.ts'],
          sequence: { shuffle: true },
          // Pure: one file leaves nothing behind for the next, so what they import is loaded once for all.
          isolate: false,
          env,
          // Property tests share two processors with everything else.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          // Each file starts both platforms in its own process; what they import is loaded once for all.
          isolate: false,
          env,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['scripts/test-run/test-servers.ts'],
          isolate: false,
          env,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/global-setup.ts'],
          // One product for all and a merchant for each file, after everything else has left the processors alone. One
          // after the other: what holds a table to see a screen load holds it for every merchant.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          env,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
