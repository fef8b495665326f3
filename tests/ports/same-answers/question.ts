import { createIds } from '@/sandbox/core/ids';
import type { Fence } from '@/src/sync/ports/turn';
import type { Shop } from '../port-world';

/** The same merchant in one of the worlds that are compared. */
export type Side = { shop: Shop; fence: Fence; runs: string[] };

/** What both sides are asked. `anyOrder`: SQL promises none. */
export type Asked = { ask(side: Side): Promise<unknown>; anyOrder?: boolean };

/** Draws what to ask; `one` is a side to look at, so that questions make sense. `ms`: when, after the shop was opened. */
export type Question = (chance: Chance, ms: number, one: Side) => Asked | Promise<Asked>;

export type Chance = ReturnType<typeof createChance>;

export function createChance(seed: number) {
  const ids = createIds(seed);
  const flip = (share = 0.5) => ids.next() < share;
  return {
    flip,
    int: ids.int,
    pick: <T>(from: readonly T[]): T => ids.pick(from),
    /** Some of these, in any order, perhaps none. */
    some: <T>(from: readonly T[]): T[] => ids.shuffle(from).filter(() => flip()),
    maybe: <T>(value: T): T | null => (flip() ? value : null),
  };
}

/** Ids of ours, and the numbers of organizations and sellers that each side has for itself. */
const OWN = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b2\d{11}\b/g;

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  return typeof value === 'bigint' ? `${value}n` : value;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, sorted(member)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

/** Writes an answer so that two sides can be compared: ids of ours by the order in which they showed up. */
export function createWriter() {
  const names = new Map<string, string>();
  const nameOf = (id: string) => {
    const name = names.get(id) ?? `#${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  const keepOrder = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(keepOrder);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([key, member]) => [key, keepOrder(member)] as const);
    return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return (answer: unknown, anyOrder = false): string => {
    const json: unknown = JSON.parse(JSON.stringify(answer ?? null, plain).replaceAll(OWN, nameOf));
    return JSON.stringify(anyOrder ? sorted(json) : keepOrder(json));
  };
}
