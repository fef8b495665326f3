import type { Clock } from '@/src/sync/ports/world';
import { Prisma } from './generated/client';

/** Leases go by the database's clock, which all workers share; a run with a time of its own gives its clock. */
export const leaseNow = (clock: Clock | undefined): Prisma.Sql =>
  clock ? Prisma.sql`${new Date(clock.now())}::timestamptz` : Prisma.sql`now()`;
