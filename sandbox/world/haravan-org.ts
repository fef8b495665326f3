import type { HaravanOrgSeed } from '../haravan/seed';
import type { Draft, DraftProduct, DraftStock, DraftVariant } from './draft';
import type { Merchant } from './merchants';

/** One product has a second unit of measure, with a barcode that Lazada does not know (haravan.md §2.7). */
const SOLD_BY_THE_BOX = 'PC-NHOM';
const BOX = { units: 24, paid: 22 };

type Locations = { seeds: HaravanOrgSeed['locations']; idOf: Record<keyof DraftStock, number> };

/** The merchant's goods as a Haravan organisation. */
export function haravanOrg(merchant: Merchant, draft: Draft, firstLocationId: number): HaravanOrgSeed {
  const locations = locationsOf(merchant, firstLocationId);
  return {
    orgId: merchant.orgId,
    shop: merchant.shop,
    name: merchant.name,
    users: [
      { ...merchant.owner, role: ['admin'] },
      { ...merchant.staff, role: [] },
    ],
    locations: locations.seeds,
    products: draft.products.map((product) => productSeed(product, merchant, locations)),
  };
}

function locationsOf(merchant: Merchant, first: number): Locations {
  const idOf = { main: first, north: first + 1, onTheRoad: first + 2, damaged: first + 3 };
  const seeds: Locations['seeds'] = [
    { id: idOf.main, name: 'Kho Hồ Chí Minh', isPrimary: true },
    { id: idOf.north, name: 'Kho Hà Nội' },
    { id: idOf.onTheRoad, name: 'Hàng đang đi đường', type: 'ontheroad' },
  ];
  if (merchant.hasDamagedGoods) seeds.push({ id: idOf.damaged, name: 'Kho hàng lỗi', isUnavailableQuantity: true });
  return { seeds, idOf };
}

function productSeed(
  product: DraftProduct,
  merchant: Merchant,
  locations: Locations,
): HaravanOrgSeed['products'][number] {
  return {
    id: product.id,
    title: product.title,
    vendor: merchant.name,
    productType: product.type,
    image: `/images/${product.code.toLowerCase()}.svg`,
    variants: product.variants.map((variant) => ({
      ...variantSeed(variant, locations),
      ...(product.code === SOLD_BY_THE_BOX ? { units: [boxOf(variant)] } : {}),
    })),
  };
}

const boxOf = ({ barcode, sku, price }: DraftVariant) => ({
  unit: `Thùng ${BOX.units}`,
  ratio: BOX.units,
  barcode: barcode && `${barcode}-T${BOX.units}`,
  sku: `${sku}-T${BOX.units}`,
  price: price * BOX.paid,
});

function variantSeed(variant: DraftVariant, { seeds, idOf }: Locations) {
  const { id, title, barcode, sku, price, tracked, policy } = variant;
  const stock: Record<string, number> = {};
  for (const [kind, units] of Object.entries(variant.stock)) {
    const locationId = idOf[kind as keyof DraftStock];
    if (units !== undefined && seeds.some((location) => location.id === locationId)) stock[locationId] = units;
  }
  return { id, title, barcode, sku, price, tracked, policy, stock };
}
