import type { Issue } from '@/src/domain/issue/codes';
import { type Barcode, itemId, productId, type SellerSku, skuId, variantId } from '@/src/domain/ids';
import { toDong } from '@/src/domain/money';
import type { DuePush } from '../ports/stock';
import type { Refusal } from './write-figures';

/** lazada.md §7.4: campaign and mega-campaign locks, and what sellable/update says of a lock. */
const CAMPAIGN = /4162|4170|ABILITY_PG|campaign|channel inventory|negative.sellable/i;
const BELOW_PROMOTION = /4157|SPECIAL_PRICE_GREATER_THAN_PRICE/;
/** The help page's own words (spec R2.5), and Lazada's checks of a price (lazada.md §7.4). */
const OUT_OF_RANGE = /out of range|should (be )?between|4104|4114|4118|4119|CHECK_PRICE|CHECK_SPECIAL_PRICE/i;
const NOT_FOUND = /SELLER_SKU_NOT_FOUND|ITEM_NOT_FOUND|SKU_NOT_FOUND/;

export const namedVariant = (push: DuePush) => ({
  variantId: variantId(push.variantId),
  productId: productId(push.productId),
  productTitle: push.productTitle,
  variantTitle: push.variantTitle,
});

/** A link always has a SellerSku: the code it was matched by. */
const listing = (push: DuePush) => ({
  itemId: itemId(push.itemId),
  skuId: skuId(push.skuId),
  sellerSku: push.sellerSku as SellerSku,
});

export const isCampaignLock = (refusal: Refusal): boolean => CAMPAIGN.test(`${refusal.code} ${refusal.message}`);
export const isUnknownSku = (refusal: Refusal): boolean =>
  refusal.kind === 'not_found' || NOT_FOUND.test(`${refusal.code} ${refusal.message}`);

function priceIssue(push: DuePush, refusal: Refusal, value: number): Issue | null {
  const words = `${refusal.code} ${refusal.message}`;
  const price = toDong(value);
  if (typeof price !== 'number') return null;
  const facts = { ...namedVariant(push), ...listing(push), ...platformWords(refusal), price };
  if (BELOW_PROMOTION.test(words)) return { code: 'price_below_promotion', facts };
  return OUT_OF_RANGE.test(words) ? { code: 'price_out_of_range', facts } : null;
}

function quantityIssue(push: DuePush, refusal: Refusal, wanted: number): Issue | null {
  if (!isCampaignLock(refusal)) return null;
  const floor = Math.max(push.locked, wanted);
  const named = { ...namedVariant(push), ...listing(push), ...platformWords(refusal) };
  return { code: 'campaign_locked', facts: { ...named, wanted, floor, owed: floor - wanted } };
}

const platformWords = ({ code, message }: Refusal) => ({ platformCode: code, platformMessage: message });

/** A refusal as trouble that a merchant can mend, in Lazada's own words (spec R2.5). */
export function refusalIssue(push: DuePush, refusal: Refusal, value: number): Issue {
  if (isUnknownSku(refusal)) {
    return { code: 'seller_sku_not_found', facts: { ...namedVariant(push), barcode: push.sellerSku as Barcode } };
  }
  const known = push.figure === 'price' ? priceIssue(push, refusal, value) : quantityIssue(push, refusal, value);
  if (known !== null) return known;
  const facts = { ...namedVariant(push), ...listing(push), ...platformWords(refusal), field: push.figure };
  return { code: 'push_rejected', facts };
}
