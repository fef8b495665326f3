import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root.replace(/\/$/, '') };

/** Unit tests sit beside their source; tests/ holds what needs services, a browser or the sandbox. */
export default defineConfig({
  resolve: { alias },
  test: {
    env: { TZ: 'UTC' },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{src,app,workers,sandbox,scripts,bench}/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          sequence: { shuffle: true },
          env: { TZ: 'UTC' },
        },
      },
    ],
  },
});
