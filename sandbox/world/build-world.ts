import { createIds } from '../core/ids';
import type { HaravanSeed } from '../haravan/seed';
import type { LazadaSeed } from '../lazada/seed';
import { draftCatalogue } from './catalogue';
import { soil } from './dirt/plan';
import { type Draft, variantsOf } from './draft';
import { haravanOrg } from './haravan-org';
import { lazadaShop } from './lazada-shop';
import { FOREIGN_SELLER, MERCHANTS, type Merchant, type Person, type SellerAccount, type WorldSize } from './merchants';

export type MerchantAccounts = {
  orgId: string;
  shop: string;
  owner: Person;
  staff: Person;
  seller: SellerAccount;
};

export type World = {
  haravan: HaravanSeed;
  lazada: LazadaSeed;
  /** Who can log in where. The first merchant is the one with dirt of every kind. */
  accounts: { merchants: MerchantAccounts[]; foreignSeller: SellerAccount };
};

/** Two merchants and their Lazada shops, the same for the same seed, with the dirt that real catalogues have. */
export function buildWorld(seed: number, size: WorldSize): World {
  const drafts: Draft[] = [];
  for (const [index, merchant] of MERCHANTS.entries()) {
    drafts.push(draftOf(merchant, size, seed, index, drafts[index - 1]));
  }
  const foreign = { ...FOREIGN_SELLER, items: [] };
  return {
    haravan: { orgs: MERCHANTS.map((merchant, i) => haravanOrg(merchant, draftAt(drafts, i), 620_001 + i * 100)) },
    lazada: {
      sellers: [...MERCHANTS.map((merchant, i) => lazadaShop(merchant, draftAt(drafts, i), numbers(i))), foreign],
    },
    accounts: { merchants: MERCHANTS.map(accountsOf), foreignSeller: FOREIGN_SELLER },
  };
}

function draftOf(merchant: Merchant, size: WorldSize, seed: number, index: number, before?: Draft): Draft {
  const ids = createIds(seed * 31 + index);
  const base = {
    product: 1_040_000_001 + index * 100_000,
    variant: 1_090_000_001 + index * 100_000,
    ean: index * 10_000,
  };
  const draft = draftCatalogue(merchant.goods[size], base, ids);
  soil(draft, merchant.dirt[size], ids, cleanCodes(before).slice(0, merchant.sharedCodes[size]));
  return draft;
}

function cleanCodes(draft: Draft | undefined): string[] {
  const clean = draft ? variantsOf(draft).filter((variant) => variant.dirt === undefined) : [];
  return clean.flatMap((variant) => variant.barcode ?? []);
}

function draftAt(drafts: readonly Draft[], index: number): Draft {
  const draft = drafts[index];
  if (!draft) throw new RangeError(`no merchant ${index}`);
  return draft;
}

const numbers = (index: number) => ({
  item: 2_400_000_001 + index * 1_000_000,
  sku: 11_900_000_001 + index * 1_000_000,
});

const accountsOf = ({ orgId, shop, owner, staff, seller }: Merchant): MerchantAccounts => ({
  orgId,
  shop,
  owner,
  staff,
  seller,
});
