import type { Ids } from '../../core/ids';
import { type Draft, type DraftStock, type DraftVariant, takeVariant, variantsOf } from '../draft';

/** Whether odd stock falls on variants without other dirt, or only on those with some (leaving the clean ones usable). */
export type OddStockOn = 'clean' | 'dirty';

export function untrack(draft: Draft, ids: Ids, count: number): void {
  for (let index = 0; index < count; index++) {
    const variant = takeVariant(draft, ids, 'untracked');
    variant.tracked = false;
    variant.stock = {};
  }
}

export function emptyStock(draft: Draft, ids: Ids, count: number, on: OddStockOn): void {
  setStock(draft, ids, count, on, () => ({ main: 0 }));
}

export function overdrawStock(draft: Draft, ids: Ids, count: number, on: OddStockOn): void {
  setStock(draft, ids, count, on, () => ({ main: -ids.int(1, 15), north: 0 }));
}

/** Selling without stock is allowed for these. */
export function allowOverselling(draft: Draft, ids: Ids, count: number): void {
  const candidates = variantsOf(draft).filter((variant) => variant.tracked && !variant.stockDirt);
  for (const variant of ids.shuffle(candidates).slice(0, count)) variant.policy = 'continue';
}

/** Both inventory policies in turn: zero means something else under each (spec R3.2). */
function setStock(draft: Draft, ids: Ids, count: number, on: OddStockOn, stock: () => DraftStock): void {
  const chosen = ids.shuffle(variantsOf(draft).filter((variant) => takesOddStock(variant, on))).slice(0, count);
  chosen.forEach((variant, index) => {
    variant.stockDirt = true;
    variant.stock = stock();
    variant.policy = index % 2 === 0 ? 'deny' : 'continue';
  });
}

function takesOddStock(variant: DraftVariant, on: OddStockOn): boolean {
  if (variant.stockDirt || !variant.tracked || variant.listings.length === 0) return false;
  if (on === 'clean') return variant.dirt === undefined;
  return variant.dirt !== undefined && !USABLE_WITH_DIRT.includes(variant.dirt);
}

/** Their oddity is in the code alone: they are meant to be sold. */
const USABLE_WITH_DIRT: readonly (DraftVariant['dirt'] | undefined)[] = [
  'ampersand',
  'otherNormalForm',
  'sharedBarcode',
];
