import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // These open sockets and load files by name at run time: bundling them breaks them.
  serverExternalPackages: ['bullmq', 'ioredis', 'pg', 'pino', 'prom-client', '@prisma/client', '@prisma/adapter-pg'],
  // Types and lint are checked by `npm test`, once, not again by every build.
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin('./app/i18n/request.ts')(config);
