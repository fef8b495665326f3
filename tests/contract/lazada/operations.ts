import type { Operation } from '../operation';
import type { LazadaPlace, LazadaStage } from './lazada-place';
import { ORDER_READS } from './order-operations';
import { CHANGE_WRITES, PARCEL_WRITES } from './order-writes';
import { SHOP_READS, SKU_WRITES, TOKEN_WRITES } from './shop-operations';

export const LAZADA_READS: Operation<LazadaPlace>[] = [...SHOP_READS, ...ORDER_READS];
export const LAZADA_WRITES: Operation<LazadaStage>[] = [
  ...TOKEN_WRITES,
  ...SKU_WRITES,
  ...PARCEL_WRITES,
  ...CHANGE_WRITES,
];

/** Every operation of the client, tried at a place of our own. */
export const LAZADA_OPERATIONS: Operation<LazadaStage>[] = [...LAZADA_READS, ...LAZADA_WRITES];
