import type { LooseKind, LooseRecord } from './entities/loose';
import type { Org } from './entities/org';
import { time } from './formatters/time';
import type { Platform } from './platform';

export function looseRows(org: Org, kind: LooseKind): Map<number, LooseRecord> {
  const rows = org.loose.get(kind) ?? new Map<number, LooseRecord>();
  org.loose.set(kind, rows);
  return rows;
}

export function addLoose(
  { store, clock }: Platform,
  org: Org,
  kind: LooseKind,
  sent: LooseRecord['sent'],
): LooseRecord {
  const now = clock.now();
  const record = { id: store.nextId('loose'), createdAt: now, updatedAt: now, sent };
  looseRows(org, kind).set(record.id, record);
  return record;
}

export function changeLoose({ clock }: Platform, record: LooseRecord, sent: LooseRecord['sent']): void {
  record.sent = { ...record.sent, ...sent };
  record.updatedAt = clock.now();
}

export function formatLoose({ id, createdAt, updatedAt, sent }: LooseRecord) {
  return { ...sent, id, created_at: time(createdAt), updated_at: time(updatedAt) };
}
