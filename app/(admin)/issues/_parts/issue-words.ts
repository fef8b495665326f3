import { formatCount, formatDong } from '@/app/format/money';
import { formatTime } from '@/app/format/time';

type Words = Record<string, string>;

/** Names that every sentence may use; a row of an older version may lack some, and must still be readable. */
const NONE: Words = {
  productTitle: '',
  channel: '',
  topic: '',
  daysLeft: '',
  name: '',
  barcode: '',
  sellerSku: '',
  price: '',
  orderId: '',
  status: '',
  wanted: '',
  floor: '',
  owed: '',
  count: '',
  until: '',
  deadlineAtMs: '',
  action: '',
  others: '',
  platformTotal: '',
  linesTotal: '',
};

const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The facts of an issue as words for its sentence: names, sums and times already formatted. */
export function issueWords(facts: Record<string, unknown>): Words {
  const words: Words = { ...NONE };
  for (const [key, value] of Object.entries(facts)) {
    const said = text(value);
    if (said === null) continue;
    words[key] = typeof value === 'number' ? formatFigure(key, value) : said;
  }
  words.name = variantName(facts) ?? text(facts.title) ?? text(facts.productTitle) ?? '';
  words.others = namedVariants(facts).join(', ');
  words.count = formatCount(list(facts.listings).length || namedVariants(facts).length);
  return words;
}

function formatFigure(key: string, value: number): string {
  if (key === 'price' || key.endsWith('Total')) return formatDong(value);
  return key.endsWith('Ms') ? formatTime(new Date(value)) : formatCount(value);
}

function variantName(facts: Record<string, unknown>): string | null {
  const product = text(facts.productTitle);
  const variant = text(facts.variantTitle);
  if (product === null || variant === null) return null;
  return /^default title$/iu.test(variant) ? product : `${product} – ${variant}`;
}

/** All variants an issue names: repeated barcodes list theirs (R2.3). */
function namedVariants(facts: Record<string, unknown>): string[] {
  const direct = list(facts.variants);
  const nested = list(facts.repeats).flatMap((repeat) => list(record(repeat).variants));
  const others = list(facts.others);
  return [...direct, ...nested, ...others].map((named) => variantName(record(named))).filter((name) => name !== null);
}
