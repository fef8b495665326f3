import { z } from 'zod';
import { ORDER_TABS } from '@/src/queries/orders/order-tabs';

/** The address holds the filter, so that a reload and a link keep it. A value that makes no sense falls back to the default. */
export const orderParams = z.object({
  tab: z.enum(ORDER_TABS).catch('all'),
  search: z.string().max(100).catch(''),
  page: z.coerce.number().int().positive().max(100_000).catch(1),
});
export type OrderParams = z.output<typeof orderParams>;
