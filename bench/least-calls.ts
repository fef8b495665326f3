import { BATCHES } from '@/src/sync/stock/batches';
import { VARIANTS_PER_PRODUCT } from './catalogue';

export type LeastCalls = { operation: string; least: number; why: string };

const PAGE = 50;

/**
 * The fewest calls that push price and quantity of one shop: 50 SKUs a write (lazada.md §7.1), 50 variants or products a
 * read (haravan.md §2.6, §2.10), and the order feed read before each four batches of quantities and after the last (R3.5).
 */
export function leastPushCalls(skus: number): LeastCalls[] {
  const batches = Math.ceil(skus / BATCHES.skus);
  const productPages = Math.ceil(skus / VARIANTS_PER_PRODUCT / PAGE);
  return [
    { operation: '/product/stock/sellable/update', least: batches, why: '50 SKUs a call' },
    { operation: '/product/price_quantity/update', least: batches, why: '50 SKUs a call' },
    {
      operation: 'GET /com/inventory_locations.json',
      least: batches,
      why: 'stock is read when it is pushed, 50 a call',
    },
    {
      operation: 'GET /com/products.json',
      least: productPages,
      why: 'prices are read when pushed, 50 products a call',
    },
    {
      operation: '/orders/get',
      least: Math.ceil(batches / BATCHES.atOnce) + 1,
      why: 'safety: no quantity without fresh orders (R3.5)',
    },
  ];
}
