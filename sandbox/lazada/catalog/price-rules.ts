import type { Sku } from '../entities';
import type { SkuFields } from './sku-payload';
import { type SkuProblem, skuProblem, unnamedProblem } from './sku-problem';

export type Prices = Pick<Sku, 'price' | 'specialPrice' | 'specialPeriod'>;

/** Bounds of special price over list price, where the simulator has any. */
export type SpecialRatio = readonly [number, number] | null;

/** Bounds up to this are read as shares of the present list price, as the help page's "(0.50, 1.00)" suggests. */
const LARGEST_RATIO = 10;

/** Prices after the write, or why they are refused (lazada.md §7.4-7.5). đồng has no fractions. */
export function pricesAfter(sku: Sku, fields: SkuFields, ratio: SpecialRatio): Prices | SkuProblem {
  const prices: Prices = {
    price: Number(fields.get('Price') ?? sku.price),
    specialPrice: fields.has('SalePrice') ? Number(fields.get('SalePrice')) : sku.specialPrice,
    specialPeriod: periodAfter(sku, fields),
  };
  return listPriceProblem(sku, prices.price) ?? specialPriceProblem(prices, ratio) ?? prices;
}

function periodAfter(sku: Sku, fields: SkuFields): Sku['specialPeriod'] {
  const from = fields.get('SaleStartDate');
  const to = fields.get('SaleEndDate');
  return from !== undefined && to !== undefined ? { from, to } : sku.specialPeriod;
}

function listPriceProblem(sku: Sku, price: number): SkuProblem | undefined {
  if (!Number.isInteger(price)) return skuProblem('BIZ_CHECK_PRICE_PRECISION_INVALID', 'price precision is invalid');
  if (price <= 0) return skuProblem('BIZ_CHECK_PRICE_IS_ZERO', 'price must be greater than zero');
  if (!sku.priceRange) return undefined;
  const [low, high] = sku.priceRange;
  const measured = high <= LARGEST_RATIO ? price / sku.price : price;
  if (measured >= low && measured <= high) return undefined;
  return unnamedProblem(`The price is out of range, should between (${low.toFixed(2)}, ${high.toFixed(2)})`);
}

function specialPriceProblem(prices: Prices, ratio: SpecialRatio): SkuProblem | undefined {
  const { price, specialPrice, specialPeriod } = prices;
  if (specialPrice === null) return undefined;
  if (!Number.isInteger(specialPrice)) {
    return skuProblem('BIZ_CHECK_SPECIAL_PRICE_PRECISION_INVALID', 'special price precision is invalid');
  }
  if (specialPrice >= price) {
    return skuProblem('BIZ_CHECK_SPECIAL_PRICE_GREATER_THAN_PRICE', 'special price must be lower than price');
  }
  if (ratio && (specialPrice / price < ratio[0] || specialPrice / price > ratio[1])) {
    return skuProblem('BIZ_CHECK_SPECIAL_PRICE_RATE_OUT_OF_RANGE', 'special price rate is out of range');
  }
  if (specialPeriod && specialPeriod.from > specialPeriod.to) {
    return skuProblem('BIZ_CHECK_SPECIAL_PRICE_FROM_DATE_AFTER_TO_DATE', 'from date is after to date');
  }
  return undefined;
}
