import { formatCount } from '@/app/format/money';

type Facts = Record<string, unknown>;
export type TrailWords = Record<string, string>;

/** Every name that a sentence of the trail may use; a row of an older version may lack some, and must still be readable. */
const NAMES = ['by', 'how', 'because', 'reason', 'action', 'total', 'count', 'late'];
/** What a sentence tells apart from words: nothing is known. */
const NONE = 'none';

const text = (value: unknown): string =>
  typeof value === 'number' ? formatCount(value) : typeof value === 'string' ? value : '';
const list = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(text).filter(Boolean);

/** Seconds from the change until it was known; an order that was asked for says nothing about that. */
function lateness({ lagMs, by }: Facts): string {
  if (typeof lagMs !== 'number' || by === 'manual' || by === 'backfill') return NONE;
  return formatCount(Math.round(lagMs / 1000));
}

/** @param say words for a Lazada status or a step by key, null when there are none */
export function trailWords(facts: Facts, say: (group: 'lazada' | 'steps', key: string) => string | null): TrailWords {
  const words = Object.fromEntries(NAMES.map((name) => [name, text(facts[name])]));
  const statuses = list(facts.statuses ?? facts.status).map((status) => say('lazada', status.toLowerCase()) ?? status);
  const steps = list(facts.steps).flatMap((step) => say('steps', step) ?? []);
  return {
    ...words,
    count: text(facts.withdrawn ?? facts.zeroed ?? facts.count),
    late: lateness(facts),
    statuses: [...new Set(statuses)].join(', ') || NONE,
    steps: [...new Set(steps)].join(', ') || NONE,
    words: text(facts.platformMessage) || NONE,
  };
}

/** One push per unit of an order says the same several times over: neighbors that read alike are said once, and counted. */
export function foldAlike<Row extends { sentence: string; lazadaOrderId: string | null }>(
  rows: readonly Row[],
): (Row & { times: number })[] {
  const folded: (Row & { times: number })[] = [];
  for (const row of rows) {
    const last = folded.at(-1);
    if (last?.sentence === row.sentence && last.lazadaOrderId === row.lazadaOrderId) last.times += 1;
    else folded.push({ ...row, times: 1 });
  }
  return folded;
}
