import { z } from 'zod';
import { PRODUCT_TABS } from '@/src/queries/products/product-tabs';

/** The address holds the filter, so that a reload and a link keep it. A value that makes no sense falls back to the default. */
export const productParams = z.object({
  tab: z.enum(PRODUCT_TABS).catch('all'),
  search: z.string().max(200).catch(''),
  publication: z.enum(['any', 'published', 'unpublished']).catch('any'),
  page: z.coerce.number().int().positive().max(100_000).catch(1),
});
export type ProductParams = z.output<typeof productParams>;
