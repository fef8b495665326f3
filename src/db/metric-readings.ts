import type { SweepDoor } from './tenant';

export type MetricReading = { name: string; help: string; labels: Record<string, string>; value: number };

type Row = { name: string; label: string; value: number };

const HELP: Record<string, { help: string; label: string }> = {
  channel_connections: { help: 'Connections by status.', label: 'status' },
  channel_wishes_due: { help: 'Wishes due now, by lane.', label: 'lane' },
  channel_oldest_wish_seconds: { help: 'Age of the oldest wish due, by lane.', label: 'lane' },
  channel_issues_open: { help: 'Open issues by code.', label: 'code' },
  channel_order_feed_age_seconds: { help: 'Age of the stalest order feed of an active connection.', label: 'which' },
};

/** Figures over all tenants, without naming one. */
export async function readMetrics(sweep: SweepDoor, now: Date): Promise<MetricReading[]> {
  const rows = await sweep(
    (tx) => tx.$queryRaw<Row[]>`
    WITH wish (lane, at) AS (
      SELECT 'stock', "dueAt" FROM "Push" WHERE wanted > done AND "dueAt" <= ${now}
      UNION ALL SELECT 'orders', "dueAt" FROM "ChannelOrder" WHERE wanted > done AND "dueAt" <= ${now}
      UNION ALL SELECT 'catalog', "dueAt" FROM "Publication" WHERE wanted > matched AND "dueAt" <= ${now}
      UNION ALL SELECT 'actions', "dueAt" FROM "OrderAction" WHERE state = 'wanted' AND "dueAt" <= ${now}
      UNION ALL SELECT 'intake', "dueAt" FROM "InboxMessage" WHERE "processedAt" IS NULL AND "dueAt" <= ${now})
    SELECT 'channel_connections' AS name, status AS label, count(*)::float8 AS value FROM "Connection" GROUP BY status
    UNION ALL SELECT 'channel_wishes_due', lane, count(*)::float8 FROM wish GROUP BY lane
    UNION ALL SELECT 'channel_oldest_wish_seconds', lane, extract(epoch FROM ${now}::timestamptz - min(at))::float8 FROM wish GROUP BY lane
    UNION ALL SELECT 'channel_issues_open', code, count(*)::float8 FROM "SyncIssue" WHERE "closedAt" IS NULL GROUP BY code
    UNION ALL SELECT 'channel_order_feed_age_seconds', 'stalest', coalesce(extract(epoch FROM ${now}::timestamptz - min("ordersFeedAt")), 0)::float8
      FROM "Connection" WHERE status = 'active'`,
  );
  return rows.flatMap(({ name, label, value }) => {
    const known = HELP[name];
    return known ? [{ name, help: known.help, labels: { [known.label]: label }, value }] : [];
  });
}
