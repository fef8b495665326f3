import { z } from 'zod';
import { flag, id, optionalText, text } from '../wire/scalars';
import { type HaravanCall, type HaravanEndpoint, shopHandle } from './endpoint';
import { rooted } from './fields';
import type { HaravanAuth } from './haravan-auth';
import { allPages, PAGE_SIZE } from './pages';

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

/** `https://shop-2.myharavan.com` comes with its protocol (haravan.md §2.4). */
function handleOf(domain: string | undefined): string | undefined {
  return domain && shopHandle(domain.replace(/^https?:\/\//, '').replace(/\/.*$/, ''));
}

const shop = z
  .object({
    id,
    name: text,
    myharavan_domain: optionalText,
    domain: optionalText,
    email: optionalText,
    phone: optionalText,
    currency: optionalText,
    timezone: optionalText,
    plan_name: optionalText,
  })
  .transform(({ myharavan_domain, plan_name, ...same }): HaravanShop => {
    return { ...same, shop: handleOf(myharavan_domain), planName: plan_name };
  });

const location = z
  .object({
    id,
    name: text,
    type: optionalText,
    is_primary: flag,
    is_unavailable_quantity: flag,
    address1: optionalText,
    province: optionalText,
    district: optionalText,
    ward: optionalText,
  })
  .transform(({ is_primary, is_unavailable_quantity, ...same }): HaravanLocation => {
    return { ...same, isPrimary: is_primary, isUnavailableQuantity: is_unavailable_quantity };
  });

const getShop: HaravanEndpoint<void, HaravanShop> = {
  operation: 'shop.get',
  method: 'GET',
  path: () => '/shop.json',
  repeatable: true,
  answer: rooted('shop', shop),
};

const listLocations: HaravanEndpoint<number, HaravanLocation[]> = {
  operation: 'locations.list',
  method: 'GET',
  path: () => '/locations.json',
  query: (page) => ({ limit: PAGE_SIZE, page }),
  repeatable: true,
  answer: rooted('locations', z.array(location)),
};

export function createShopApi(call: HaravanCall): HaravanShopApi {
  return {
    getShop: (auth) => call(getShop, auth, undefined),
    listLocations: (auth) => allPages((page) => call(listLocations, auth, page)),
  };
}
