import { z } from 'zod';
import { DETAIL_SHAPES } from '../modes';

const perSecond = z.number().int().positive().nullable();
const waitMs = z.number().nonnegative().nullable();

/** A change of modes: what is not named stays; an unknown name is refused. */
export const modes = z
  .object({
    wire: z.enum(['live', 'doc']),
    masking: z.boolean(),
    maskStyle: z.enum(['partial', 'full']),
    tokenRotation: z.boolean(),
    oldTokenDies: z.boolean(),
    appState: z.enum(['test', 'online']),
    refreshUnsupported: z.boolean(),
    pagingIgnored: z.boolean(),
    naiveListDates: z.boolean(),
    labelDelayMs: z.number().nonnegative(),
    pushTimestampMs: z.boolean(),
    pushSite: z.enum(['lazada_vn', 'LAZADA_VN', 'lazada-vn']),
    sellerCallsPerSecond: perSecond,
    apiCallsPerSecond: perSecond,
    inventoryCallsPerSecond: perSecond,
    banSeconds: z.number().int().positive(),
    dailyQuota: perSecond,
    ipWhitelist: z.array(z.string()).nullable(),
    clockSkewMs: z.number(),
    detailShape: z.enum(DETAIL_SHAPES),
    writeErrors: z.enum(['umbrella', 'own']),
    sellerSkuAlone: z.boolean(),
    specialPriceRatio: z.tuple([z.number(), z.number()]).nullable(),
    autoRtsOnPack: z.boolean(),
    rtsPendingMs: waitMs,
    autoConfirmMs: waitMs,
    cancelConfirmMs: waitMs,
    autoPassReturns: z.boolean(),
    reviewHolds: z.boolean(),
    pushStopSample: z.number().int().positive().nullable(),
  })
  .partial()
  .strict();
