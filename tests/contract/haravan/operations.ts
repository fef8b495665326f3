import type { Operation } from '../operation';
import type { HaravanPlace, HaravanStage } from './haravan-place';
import { ORDER_READS } from './order-reads';
import { ORDER_WRITES, PARCEL_WRITES } from './order-writes';
import { SHOP_READS } from './shop-reads';
import { SHOP_WRITES } from './shop-writes';

export const HARAVAN_READS: Operation<HaravanPlace>[] = [...SHOP_READS, ...ORDER_READS];
export const HARAVAN_WRITES: Operation<HaravanStage>[] = [...SHOP_WRITES, ...ORDER_WRITES, ...PARCEL_WRITES];

/** Every operation of the client, tried at a place of our own. */
export const HARAVAN_OPERATIONS: Operation<HaravanStage>[] = [...HARAVAN_READS, ...HARAVAN_WRITES];
