import type { TenantDoor } from '@/src/db/tenant';

/** A short text that changes when anything a screen shows has changed: asked every few seconds, so it must cost little. */
export function createLiveMarkQuery(door: TenantDoor) {
  return (merchantId: string): Promise<string> =>
    door(merchantId, async (tx) => {
      const rows = await tx.$queryRaw<{ mark: string }[]>`
        SELECT concat_ws('|',
          (SELECT count(*) || ':' || coalesce(max("lastSeenAt"), 'epoch') || ':' || count(*) FILTER (WHERE "closedAt" IS NULL) FROM "SyncIssue"),
          (SELECT coalesce(max(id), 0) FROM "TrailEvent"),
          (SELECT count(*) || ':' || coalesce(sum(wanted + done), 0) || ':' || coalesce(max("lastPushedAt"), 'epoch') FROM "Push"),
          (SELECT coalesce(sum(wanted + matched), 0) FROM "Publication"),
          (SELECT count(*) || ':' || coalesce(sum(wanted + done), 0) FROM "ChannelOrder"),
          (SELECT string_agg(status || ':' || coalesce("ordersFeedAt"::text, '') || ':' || coalesce("reconciledAt"::text, ''), ',' ORDER BY id) FROM "Connection"),
          (SELECT count(*) FILTER (WHERE state = 'wanted') || ':' || count(*) FROM "OrderAction")) AS mark`;
      return rows[0]?.mark ?? '';
    });
}
