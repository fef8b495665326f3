import { z } from 'zod';
import type { Modes } from '../modes';
import { TOPICS } from '../topics';

const compiles = (source: string) => {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
};

/** Any of the modes; a misspelled one is refused, as it would change nothing. */
export const modesChange = z
  .strictObject({
    missingIs: z.union([z.literal(404), z.literal(422)]),
    carrierStatusOn: z.array(z.enum(['shop', 'api'])),
    restockOnCarrierCancel: z.boolean(),
    refuseOutOfStock: z.boolean(),
    adjustSets: z.enum(['onhand', 'available']),
    defaultOrderStatus: z.enum(['open', 'any']),
    keepsOrderName: z.boolean(),
    voidsUnpaid: z.boolean(),
    partiallyPaid: z.enum(['partiallypaid', 'partially_paid']),
    localTimeOn: z.enum(['orders', 'all']),
    pageCap: z.number().int().positive(),
    serviceTokenSeconds: z.number().int().positive().nullable(),
    rotatesRefresh: z.boolean(),
    refreshNeedsOffline: z.boolean(),
    money: z.enum(['number', 'text']),
    signatureHeader: z.enum(['current', 'legacy', 'both']),
    uninstallTopic: z.enum(['app/uninstalled', 'apps/uninstalled', 'app_uninstall_webhook']),
    topics: z.array(z.enum(TOPICS)),
    tightPaths: z.array(z.object({ path: z.string().refine(compiles), perSecond: z.number().int().positive() })),
    eventLagMs: z.number().nonnegative(),
    sessionTokens: z.boolean(),
  } satisfies Record<keyof Modes, z.ZodType>)
  .partial();
