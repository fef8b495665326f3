import { z } from 'zod';
import { isPlatformError } from '../http/platform-error';
import { announced, list } from '../wire/rows';
import { flag, optionalText, text } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaAuth } from './lazada-auth';

/** More than one means a multi-warehouse seller (lazada.md §5.2). */
export type LazadaWarehouse = {
  /** `dropshipping` for the default one. */
  code: string;
  name?: string;
  address?: string;
  isDefault: boolean;
  status?: string;
};

export type LazadaWarehousesApi = {
  /** Asks the older path where the first is not offered: its page is gone from the documentation. */
  listWarehouses(auth: LazadaAuth): Promise<LazadaWarehouse[]>;
};

const warehouse = z
  .object({
    code: text,
    name: optionalText,
    detailAddress: optionalText.catch(undefined),
    defaultAddress: flag,
    status: optionalText,
  })
  .transform(({ detailAddress, defaultAddress, ...same }): LazadaWarehouse => {
    return { ...same, address: detailAddress, isDefault: defaultAddress };
  });

type Modules = { module: LazadaWarehouse[] };

/** `module` may be a single object (lazada.md §5.2). */
const warehouses = {
  method: 'GET',
  repeatable: true,
  envelope: 'result',
  answer: announced(['module'], z.object({ module: list(warehouse) })),
} as const;

const ofSeller: LazadaEndpoint<void, Modules> = {
  ...warehouses,
  operation: 'warehouses.list',
  path: '/seller/warehouse/get',
  params: () => ({ addressTypes: '["warehouse"]' }),
};

const bySellerId: LazadaEndpoint<void, Modules> = {
  ...warehouses,
  operation: 'warehouses.list_by_seller',
  path: '/rc/warehouse/get',
  params: () => ({}),
};

const isNotOffered = (error: unknown): boolean =>
  isPlatformError(error, 'rejected') && (error.code === 'InvalidApiPath' || error.code === 'InvalidApi');

export function createWarehousesApi(call: LazadaCall): LazadaWarehousesApi {
  return {
    async listWarehouses(auth) {
      try {
        return (await call(ofSeller, auth, undefined)).module;
      } catch (error) {
        if (!isNotOffered(error)) throw error;
        return (await call(bySellerId, auth, undefined)).module;
      }
    },
  };
}
