import { defineConfig } from 'prisma/config';

/** For Prisma's generator; migrations are applied by scripts/migrate.ts, which needs no downloaded engine. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
