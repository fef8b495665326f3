import { DatabaseError, type QueryResult } from 'pg';
import type { Fence } from '@/src/sync/ports/turn';
import { LeaseLost } from '@/src/sync/ports/turn';
import type { Database, Tx } from './client';
import { orAway } from './database-trouble';
import type { Prisma } from './generated/client';
import { withLiterals } from './literal';
import { holdsOrFails, namesWho, NOT_HELD, openedAs, openingFor } from './transaction-opening';

const TRANSACTION = { maxWait: 10_000, timeout: 30_000 };

type WorkAsTenant = <T>(merchantId: string, work: (tx: Tx) => Promise<T>, fence?: Fence) => Promise<T>;
type TellAsTenant = (merchantId: string, statements: readonly Prisma.Sql[], fence: Fence) => Promise<void>;
type AskAsTenant = <Row>(merchantId: string, ...statements: Prisma.Sql[]) => Promise<Row[]>;

/**
 * The one door to a merchant's rows: role, tenant setting, work. No platform call may happen inside (design §6). @throws DatabaseAway
 *
 * `ask`: one question in one message to the server, where a transaction takes three: a turn asks before every call whether it still
 * may. Of several statements the last one answers. Rows as the driver reads them: numeric and bigint are text.
 *
 * `tell`: statements of a turn that happen together or, where its lease has gone, not at all, in one message. @throws LeaseLost
 */
export type TenantDoor = WorkAsTenant & { ask: AskAsTenant; tell: TellAsTenant };

/** The door of the sweeps and of look-ups before a tenant is known. Crosses tenants. */
export type SweepDoor = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export function createTenantDoor(db: Database): TenantDoor {
  const work: WorkAsTenant = (merchantId, what, fence) => {
    const opening = openingFor('channel_app', merchantId, fence);
    const inside = (tx: Tx) => {
      if (fence && !opening.holds) throw new LeaseLost(fence.key);
      return what(tx);
    };
    return orAway(() => openedAs(opening, () => db.$transaction(inside, TRANSACTION)));
  };

  /** Statements that are sent together are one transaction; role and tenant end with it. */
  async function send(merchantId: string, statements: readonly string[]): Promise<QueryResult[]> {
    const text = [namesWho('channel_app', merchantId), ...statements].join('; ');
    const results: unknown = await orAway(() => db.pool.query({ text, query_timeout: TRANSACTION.timeout } as never));
    return results as QueryResult[];
  }

  const ask: AskAsTenant = async (merchantId, ...statements) => {
    const results = await send(merchantId, statements.map(withLiterals));
    return results.at(-1)?.rows ?? [];
  };

  const tell: TellAsTenant = async (merchantId, statements, fence) => {
    try {
      await send(merchantId, [holdsOrFails(fence), ...statements.map(withLiterals)]);
    } catch (error) {
      if (error instanceof DatabaseError && error.code === NOT_HELD) throw new LeaseLost(fence.key);
      throw error;
    }
  };

  return Object.assign(work, { ask, tell });
}

export function createSweepDoor(db: Database): SweepDoor {
  return (work) => orAway(() => openedAs(openingFor('channel_sweep'), () => db.$transaction(work, TRANSACTION)));
}
