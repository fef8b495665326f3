import { expect, it } from 'vitest';
import type { ListingPosition } from './listing-position';
import { readPosition, writePosition } from './listing-position';
import { afterPage, queryOf } from './next-listing-page';

const NOW = Date.UTC(2026, 2, 1);
type Item = { createdAt: number; id: number };

/** A shop that answers like Lazada: windows by creation time, `offset` up to 10 000. */
function readWhole(items: readonly Item[], pageSize: number) {
  const seen = new Set<number>();
  let position: ListingPosition | 'done' = { mode: 'whole', windows: [], offset: 0 };
  let calls = 0;
  while (position !== 'done' && position.mode === 'whole') {
    const { offset = 0, createAfter, createBefore } = queryOf(position);
    expect(offset).toBeLessThanOrEqual(10_000);
    const from = createAfter?.getTime() ?? 0;
    const to = createBefore?.getTime() ?? Number.POSITIVE_INFINITY;
    const matching = items.filter(({ createdAt }) => createdAt >= from && createdAt <= to);
    const page = matching.slice(offset, offset + pageSize);
    for (const { id } of page) seen.add(id);
    calls += 1;
    position = afterPage(position, { rows: page.length, totalItems: matching.length }, NOW);
  }
  return { seen: seen.size, calls, position };
}

it('R2.6 reads every item of a large shop though offset ends at 10 000', () => {
  const items = Array.from({ length: 23_000 }, (_, id) => ({ id, createdAt: Date.UTC(2025, 0, 1) + id * 60_000 }));
  const { seen, calls, position } = readWhole(items, 50);
  expect(seen).toBe(23_000);
  expect(calls).toBeLessThan(23_000 / 50 + 60);
  expect(position).toEqual({ mode: 'verify' });
});

it('R2.6 more changed than can be listed: everything is read instead', () => {
  const changed: ListingPosition = { mode: 'changed', filter: 'all', since: 5, offset: 0 };
  const next = afterPage(changed, { rows: 50, totalItems: 10_001 }, NOW);
  expect(next).toEqual({ mode: 'whole', windows: [], offset: 0 });
});

it('R8.1 never asks for what Lazada refuses to list, however many items one second has', () => {
  const items = Array.from({ length: 10_200 }, (_, id) => ({ id, createdAt: Date.UTC(2025, 0, 1) }));
  expect(readWhole(items, 50)).toMatchObject({ seen: 10_050, position: { mode: 'verify' } });
});

it('goes on when the platform gives fewer rows than were asked for', () => {
  const items = Array.from({ length: 101 }, (_, id) => ({ id, createdAt: id }));
  expect(readWhole(items, 20)).toMatchObject({ seen: 101, calls: 6 });
});

it('asks for what was deleted after what changed', () => {
  const changed: ListingPosition = { mode: 'changed', filter: 'all', since: 5, offset: 0 };
  const next = afterPage(changed, { rows: 0, totalItems: 0 }, NOW);
  expect(next).toEqual({ ...changed, filter: 'deleted' });
  expect(next !== 'done' && next.mode === 'changed' && afterPage(next, { rows: 3, totalItems: 3 }, NOW)).toBe('done');
});

it('keeps its position as text, and begins anew when it cannot read it', () => {
  const position: ListingPosition = { mode: 'whole', windows: [{ after: 1, before: 2 }], offset: 50 };
  expect(readPosition(writePosition(position))).toEqual(position);
  expect(readPosition('50')).toBeNull();
  expect(readPosition('{')).toBeNull();
});
