import { expect, it } from 'vitest';
import type { DuePush } from '../ports/stock';
import { refusalIssue } from './refusal-issue';

const push = (figure: DuePush['figure']): DuePush => ({
  figure,
  version: 1,
  cause: 'test',
  attempts: 0,
  believed: { value: null, at: null },
  mustReadBack: false,
  owed: null,
  locked: 15,
  fulfilledByLazada: false,
  variantId: '1',
  productId: '2',
  productTitle: 'Ly',
  variantTitle: 'Default Title',
  tracksInventory: true,
  allowsBackorder: false,
  itemId: '3',
  skuId: '4',
  sellerSku: 'LY',
  dueAt: new Date(0),
  linkedAt: new Date(0),
});

// lazada.md §7.4; the words of the second row are the help page's, those of the campaign are Lazada's as captured.
it.each([
  ['price', 'SELLER_SKU_NOT_FOUND', 'Lazada Error LY SELLER_SKU_NOT_FOUND', 'seller_sku_not_found'],
  ['price', '501', 'The price is out of range, should between (0.50, 1.00)', 'price_out_of_range'],
  ['price', 'BIZ_CHECK_PRICE_IS_ZERO', '', 'price_out_of_range'],
  ['price', 'BIZ_CHECK_SPECIAL_PRICE_GREATER_THAN_PRICE', '', 'price_below_promotion'],
  ['price', '4157', '', 'price_below_promotion'],
  ['price', '4128', 'seller locked', 'push_rejected'],
  ['quantity', '501', 'negative sellable on channel inventory,entityId=3,id=4', 'campaign_locked'],
  ['quantity', 'THD_IC_ERR_F_IC_ABILITY_PG_003', '', 'campaign_locked'],
  ['quantity', '4170', '', 'campaign_locked'],
  ['quantity', 'ITEM_NOT_FOUND', '', 'seller_sku_not_found'],
  ['quantity', 'X', 'no', 'push_rejected'],
] as const)('R2.5 %s refused with %s %s is %s', (figure, code, message, issue) => {
  expect(refusalIssue(push(figure), { kind: 'rejected', code, message }, 2).code).toBe(issue);
});

it('R10.6 says how many units are owed', () => {
  const issue = refusalIssue(push('quantity'), { kind: 'rejected', code: '4162', message: 'locked' }, 2);
  expect(issue.facts).toMatchObject({
    wanted: 2,
    floor: 15,
    owed: 13,
    platformMessage: 'locked',
    platformCode: '4162',
  });
});
