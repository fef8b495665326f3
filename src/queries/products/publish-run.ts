import type { TenantDoor } from '@/src/db/tenant';
import { variantStates } from './product-states';

export type RunView = {
  runId: string;
  kind: string;
  total: number;
  done: number;
  linkedVariants: number;
  issueVariants: number;
  createdAt: Date;
  finishedAt: Date | null;
  canceledAt: Date | null;
};

type Row = Omit<RunView, 'done'> & { waiting: number };

/** The newest run of the shop, with its progress counted from rows: it survives a reload, and nobody needs to stay (R2.2, R6.2). */
export function createPublishRunQuery(door: TenantDoor) {
  return (merchantId: string, connectionId: string): Promise<RunView | null> =>
    door(merchantId, async (tx) => {
      const rows = await tx.$queryRaw<Row[]>`
        SELECT r.id AS "runId", r.kind, r.total, r."createdAt", r."finishedAt", r."canceledAt",
          (SELECT count(*)::int FROM "Publication" p WHERE p."runId" = r.id AND p.wanted > p.matched) AS waiting,
          (SELECT count(*)::int FROM "Publication" p JOIN "ListingLink" l ON l."connectionId" = p."connectionId" AND l."productId" = p."productId"
            WHERE p."runId" = r.id) AS "linkedVariants",
          (SELECT count(*)::int FROM "Publication" p JOIN (${variantStates(connectionId)}) s ON s."productId" = p."productId"
            WHERE p."runId" = r.id AND s.state = 'issue') AS "issueVariants"
        FROM "PublishRun" r WHERE r."connectionId" = ${connectionId}::uuid ORDER BY r."createdAt" DESC LIMIT 1`;
      const row = rows[0];
      if (!row) return null;
      const { waiting, ...run } = row;
      return { ...run, done: run.total - Math.min(waiting, run.total) };
    });
}
