/** What `GET /__sandbox/state` of Haravan answers, as far as the oracle reads it. Amounts are đồng, as number or text. */
export type HaravanState = { orgs: HaravanOrg[] };

export type HaravanOrg = {
  orgId: string;
  shop: string;
  installed: boolean;
  products: HaravanProduct[];
  locations: HaravanLocation[];
  stock: StockRow[];
  orders: HaravanOrder[];
  subscriptions: { event: string }[];
};

export type HaravanProduct = { id: number; title: string; variants: HaravanVariant[] };

export type HaravanVariant = {
  id: number;
  product_id: number;
  title: string;
  barcode: string | null;
  price: number | string;
  inventory_management: string | null;
  inventory_policy: string;
};

export type HaravanLocation = {
  id: number;
  name: string;
  type: string | null;
  is_primary: boolean;
  is_unavailable_quantity: boolean;
};

export type StockRow = { locationId: number; variantId: number; available: number };

type Attribute = { name: string; value: string };

export type HaravanOrder = {
  id: number;
  name: string;
  source_name: string | null;
  location_id: number;
  total_price: number | string;
  financial_status: string;
  fulfillment_status: string;
  cancelled_at: string | null;
  customer: { first_name: string | null; last_name: string | null; phone: string | null } | null;
  shipping_address: Record<string, unknown> | null;
  line_items: {
    id: number;
    variant_id: number | null;
    sku: string | null;
    quantity: number;
    price: number | string;
    properties: Attribute[] | null;
  }[];
  fulfillments: { id: number; status: string; carrier_status_code: string; line_items: { id: number }[] }[];
};
