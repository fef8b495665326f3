import type { HaravanAuth } from './haravan-auth';

/** `/shop.json` (haravan.md §2.4). */
export type HaravanShop = {
  /** Equals the org id. */
  id: string;
  name: string;
  /** Handle, taken from `myharavan_domain`. */
  shop?: string;
  domain?: string;
  email?: string;
  phone?: string;
  currency?: string;
  timezone?: string;
  planName?: string;
};

export type HaravanLocation = {
  id: string;
  name: string;
  /** `default`, …; `ontheroad` is the virtual goods-in-transit location. */
  type?: string;
  isPrimary: boolean;
  /** Stock here must not be sold. */
  isUnavailableQuantity: boolean;
  address1?: string;
  province?: string;
  district?: string;
  ward?: string;
};

export type HaravanShopApi = {
  getShop(auth: HaravanAuth): Promise<HaravanShop>;
  listLocations(auth: HaravanAuth): Promise<HaravanLocation[]>;
};
