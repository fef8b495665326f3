import { randomUUID } from 'node:crypto';
import { searchText } from '@/src/domain/catalog/search-text';
import type { ProductSelection, PublicationStore, RunRequest } from '@/src/sync/ports/catalog';
import { NoSuchConnection } from '@/src/sync/ports/access';
import type { Tx } from './client';
import { Prisma } from './generated/client';
import type { TenantDoor } from './tenant';

type Scope = { merchantId: string; connectionId: string };
type Kind = 'publish' | 'unpublish';

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (char) => `\\${char}`);

function onChannel({ connectionId }: Scope): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "Publication" u WHERE u."connectionId" = ${connectionId}::uuid
    AND u."productId" = p."productId" AND u.state = 'published')`;
}

/** The products a merchant means, as a condition on "Product" p. */
function chosen(scope: Scope, selection: ProductSelection): Prisma.Sql {
  if ('productIds' in selection) return Prisma.sql`p."productId" = ANY(${[...selection.productIds]}::text[])`;
  const { search = '', vendor, kind, tag, status } = selection.filter;
  const words = searchText(search).split(' ').filter(Boolean);
  const conditions = [
    Prisma.sql`true`,
    ...words.map((word) => Prisma.sql`p."searchText" LIKE ${`%${escapeLike(word)}%`}`),
    ...(vendor ? [Prisma.sql`p.vendor = ${vendor}`] : []),
    ...(kind ? [Prisma.sql`p.kind = ${kind}`] : []),
    ...(tag ? [Prisma.sql`${tag} = ANY(string_to_array(p.tags, ', '))`] : []),
    ...(status === 'on_channel' ? [onChannel(scope)] : []),
    ...(status === 'off_channel' ? [Prisma.sql`NOT ${onChannel(scope)}`] : []),
  ];
  return Prisma.join(conditions, ' AND ');
}

async function openRun(
  tx: Tx,
  { merchantId, connectionId }: Scope,
  kind: Kind,
  { by, at }: RunRequest,
): Promise<string> {
  // A connection of somebody else is not there for this tenant (spec R7.1): nothing may be written that names it.
  if ((await tx.connection.count({ where: { id: connectionId } })) === 0) throw new NoSuchConnection();
  const id = randomUUID();
  const run = { id, merchantId, connectionId, kind, total: 0, requestedBy: by, createdAt: at };
  await tx.publishRun.create({ data: run });
  return id;
}

async function started(tx: Tx, runId: string, total: number, at: Date) {
  const finishedAt = total === 0 ? at : null;
  await tx.publishRun.update({ where: { id: runId }, data: { total, finishedAt } });
  return { runId, total };
}

/** `removedAt` stays until the match, so that a canceled run can put a product back where it was. */
async function publish(tx: Tx, scope: Scope, request: RunRequest) {
  const { merchantId, connectionId } = scope;
  const { at, selection } = request;
  const runId = await openRun(tx, scope, 'publish', request);
  const total = await tx.$executeRaw`
    INSERT INTO "Publication" ("merchantId", "connectionId", "productId", "dueAt", "runId", "publishedAt")
    SELECT ${merchantId}::uuid, ${connectionId}::uuid, p."productId", ${at}, ${runId}::uuid, ${at} FROM "Product" p
    WHERE p."merchantId" = ${merchantId}::uuid AND p."deletedAt" IS NULL AND ${chosen(scope, selection)} ORDER BY p."productId"
    ON CONFLICT ("connectionId", "productId") DO UPDATE SET state = 'published', wanted = "Publication".wanted + 1,
      "dueAt" = excluded."dueAt", attempts = 0, "blockedBy" = NULL, "runId" = excluded."runId",
      "publishedAt" = CASE WHEN "Publication".state = 'removed' THEN excluded."publishedAt" ELSE "Publication"."publishedAt" END`;
  return started(tx, runId, total, at);
}

async function unpublish(tx: Tx, scope: Scope, request: RunRequest) {
  const { at, selection } = request;
  const runId = await openRun(tx, scope, 'unpublish', request);
  const total = await tx.$executeRaw`
    UPDATE "Publication" u SET state = 'removed', "removedAt" = ${at}, wanted = u.wanted + 1, "dueAt" = ${at}, "blockedBy" = NULL,
      "runId" = ${runId}::uuid
    FROM "Product" p WHERE p."merchantId" = u."merchantId" AND p."productId" = u."productId" AND u.state = 'published'
      AND u."connectionId" = ${scope.connectionId}::uuid AND ${chosen(scope, selection)}`;
  return started(tx, runId, total, at);
}

/** What the run has not reached goes back to where it was; never published before means not there at all. */
async function withdraw(tx: Tx, runId: string, kind: string): Promise<number> {
  if (kind === 'unpublish') {
    return tx.$executeRaw`UPDATE "Publication" SET state = 'published', "removedAt" = NULL, "runId" = NULL
      WHERE "runId" = ${runId}::uuid AND wanted > matched AND state = 'removed'`;
  }
  const created = await tx.$executeRaw`
    DELETE FROM "Publication" WHERE "runId" = ${runId}::uuid AND wanted > matched AND matched = 0`;
  const revived = await tx.$executeRaw`UPDATE "Publication" SET state = 'removed', "runId" = NULL
    WHERE "runId" = ${runId}::uuid AND wanted > matched AND "removedAt" IS NOT NULL`;
  return created + revived;
}

async function cancelRun(tx: Tx, runId: string, at: Date) {
  const run = await tx.publishRun.findUnique({ where: { id: runId } });
  if (run === null) return null;
  if (run.finishedAt !== null || run.canceledAt !== null) return { connectionId: run.connectionId, withdrawn: 0 };
  const withdrawn = await withdraw(tx, runId, run.kind);
  await tx.publishRun.update({ where: { id: runId }, data: { canceledAt: at, finishedAt: at } });
  return { connectionId: run.connectionId, withdrawn };
}

const waitingOf = (tx: Tx, runId: string) =>
  tx.$queryRaw<{ waiting: bigint }[]>`
    SELECT count(*) AS waiting FROM "Publication" WHERE "runId" = ${runId}::uuid AND wanted > matched`;

async function viewRun(tx: Tx, runId: string) {
  const run = await tx.publishRun.findUnique({ where: { id: runId } });
  if (run === null) return null;
  const { id, total, createdAt, finishedAt, canceledAt } = run;
  const waiting = finishedAt === null ? Number((await waitingOf(tx, runId))[0]?.waiting ?? 0) : 0;
  const kind: Kind = run.kind === 'unpublish' ? 'unpublish' : 'publish';
  return { id, kind, total, waiting, createdAt, finishedAt, canceledAt };
}

/** Publications and the runs that made them (spec R2.2, R2.7). A hundred thousand SKUs are one statement. */
export function createPublicationStore(door: TenantDoor): PublicationStore {
  return {
    publish: (merchantId, connectionId, request) =>
      door(merchantId, (tx) => publish(tx, { merchantId, connectionId }, request)),
    unpublish: (merchantId, connectionId, request) =>
      door(merchantId, (tx) => unpublish(tx, { merchantId, connectionId }, request)),
    cancelRun: (merchantId, runId, at) => door(merchantId, (tx) => cancelRun(tx, runId, at)),
    finishRuns: (merchantId, connectionId, at) =>
      door(merchantId, async (tx) => {
        await tx.$executeRaw`
          UPDATE "PublishRun" r SET "finishedAt" = ${at} WHERE r."connectionId" = ${connectionId}::uuid AND r."finishedAt" IS NULL
            AND NOT EXISTS (SELECT 1 FROM "Publication" u WHERE u."runId" = r.id AND u.wanted > u.matched)`;
      }),
    run: (merchantId, runId) => door(merchantId, (tx) => viewRun(tx, runId)),
  };
}
