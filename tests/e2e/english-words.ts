import { readdirSync, readFileSync } from 'node:fs';
import { wordsOf } from '@/tests/browser/rules/words';

const textsOf = (locale: 'vi' | 'en'): string =>
  readdirSync(`app/messages/${locale}`)
    .map((file) => readFileSync(`app/messages/${locale}/${file}`, 'utf8'))
    // Names between braces are ours, not the reader's.
    .map((json) => json.replace(/"\w+":/g, ' ').replace(/\{[^{}]*\}/g, ' '))
    .join(' ');

/** What a component library or a platform says when nobody translates it. */
const USUAL =
  'loading error cancel close search clear previous next page items no data select confirm delete retry save';

/** Names that stand in both languages, and the help page's own message (spec R2.5). */
const NAMES = [
  'default',
  'title',
  'lazada',
  'haravan',
  'seller',
  'center',
  'open',
  'platform',
  'official',
  'store',
  'sku',
  'sellersku',
  'barcode',
];

/** English words that a Vietnamese screen must not show: those of the second language that the first does not have. */
export function englishVocabulary(): ReadonlySet<string> {
  const vietnamese = wordsOf(textsOf('vi'));
  const english = [...wordsOf(textsOf('en')), ...USUAL.split(' ')];
  return new Set(english.filter((word) => word.length > 2 && !vietnamese.has(word) && !NAMES.includes(word)));
}
