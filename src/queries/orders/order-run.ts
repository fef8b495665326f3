import type { TenantDoor } from '@/src/db/tenant';

/** What was pressed for many orders at once, and how far it is (R4.6, R6.2). */
export type OrderRunView = {
  runId: string;
  kind: string;
  createdAt: Date;
  total: number;
  waiting: number;
  done: number;
  /** Of the done ones: Lazada was there already, by somebody else's hand. */
  doneBefore: number;
  withdrawn: number;
  refused: number;
  /** The first refusals, in the platform's words. */
  refusals: { lazadaOrderId: string; code: string | null; message: string | null }[];
};

type Row = Omit<OrderRunView, 'refusals'>;

const SHOWN_REFUSALS = 20;
/** A finished run is shown this long. */
const SHOWN_MS = 30 * 60_000;

/** The newest press of more than one order, counted from its rows: it survives a reload, and nobody needs to stay. */
export function createOrderRunQuery(door: TenantDoor, now: () => number) {
  return (merchantId: string, connectionId: string): Promise<OrderRunView | null> =>
    door(merchantId, async (tx) => {
      const since = new Date(now() - SHOWN_MS);
      const [run] = await tx.$queryRaw<Row[]>`
        SELECT "runId", min(kind) AS kind, min("createdAt") AS "createdAt", count(*)::int AS total,
          count(*) FILTER (WHERE state = 'wanted')::int AS waiting, count(*) FILTER (WHERE state = 'done')::int AS done,
          count(*) FILTER (WHERE state = 'done' AND "nothingToDo")::int AS "doneBefore",
          count(*) FILTER (WHERE state = 'withdrawn')::int AS withdrawn, count(*) FILTER (WHERE state = 'refused')::int AS refused
        FROM "OrderAction" WHERE "merchantId" = ${merchantId}::uuid AND "connectionId" = ${connectionId}::uuid AND "runId" IS NOT NULL
          AND (state = 'wanted' OR "finishedAt" > ${since} OR "createdAt" > ${since})
        GROUP BY "runId" HAVING count(*) > 1 ORDER BY min("createdAt") DESC LIMIT 1`;
      if (!run) return null;
      const select = { lazadaOrderId: true, code: true, message: true };
      const where = { connectionId, runId: run.runId, state: 'refused' };
      const orderBy = { lazadaOrderId: 'asc' as const };
      return { ...run, refusals: await tx.orderAction.findMany({ where, select, orderBy, take: SHOWN_REFUSALS }) };
    });
}
