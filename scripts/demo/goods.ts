import { expectedCatalogue, type ExpectedFigures } from '@/tests/oracle/expected-catalogue';
import type { Merchant, Stage } from './stage';

export type Good = ExpectedFigures & { price: number; quantity: number };

const isGood = (figures: ExpectedFigures): figures is Good => figures.price !== null && figures.quantity !== null;

/** Linked goods that buyers can buy several of, the same ones every time. @throws when there are fewer than wanted */
export async function goodsOf(stage: Stage, { account }: Merchant, wanted: number, from = 0): Promise<Good[]> {
  const org = await stage.haravan.org(account.orgId);
  const seller = await stage.lazada.seller(account.seller.sellerId);
  const { figures } = expectedCatalogue(org, seller, { price: true, quantity: true, stock: 'all' });
  const plenty = figures.filter(isGood).filter(({ sku, quantity }) => sku.sellable >= 10 && quantity < 1_000);
  const goods = plenty.slice(from, from + wanted);
  if (goods.length < wanted) throw new Error(`The world has only ${plenty.length} goods with enough stock.`);
  return goods;
}
