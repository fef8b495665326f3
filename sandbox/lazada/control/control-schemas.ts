import { z } from 'zod';
import { ITEM_STATUSES } from '../item-states';
import { REVERSE_STATES } from '../reverse/reverse-order';

const dong = z.number().int().nonnegative();
const count = z.number().int();
const sellerId = z.coerce.string().min(1);
const orderItemIds = z.array(z.coerce.string()).optional();
const priceRange = z.tuple([z.number(), z.number()]);
const skuStatus = z.enum(['active', 'inactive']);

export const nothing = z.object({});
export const ofSeller = z.object({ sellerId });

const buyer = z
  .object({
    name: z.string(),
    phone: z.string(),
    province: z.string(),
    district: z.string(),
    ward: z.string(),
    address: z.string(),
  })
  .partial();

export const orderRequest = z.object({
  sellerId,
  lines: z.array(z.object({ sellerSku: z.string(), quantity: z.number().int().positive() })).min(1),
  payment: z.enum(['COD', 'MOMO_WALLET']).optional(),
  paid: z.boolean().optional(),
  voucherSeller: dong.optional(),
  voucherPlatform: dong.optional(),
  shippingFee: dong.optional(),
  shippingFeePlatformDiscount: dong.optional(),
  buyer: buyer.optional(),
  orderId: z
    .string()
    .regex(/^\d{15}$/)
    .optional(),
});

export const advance = z.object({
  sellerId,
  to: z.enum(ITEM_STATUSES),
  orderItemIds,
  reason: z.string().optional(),
  initiator: z.enum(['buyer', 'seller', 'system']).optional(),
});

export const cancelRequest = z.object({
  sellerId,
  orderItemIds,
  reason: z.string().optional(),
  autoCancelAfterMs: z.number().positive().optional(),
});

export const orderAging = z.object({ sellerId, byMs: z.number() });

export const newSku = z.object({
  sellerId,
  itemId: count.optional(),
  name: z.string().optional(),
  skuId: count.optional(),
  sellerSku: z.string(),
  price: z.number(),
  sellable: count,
  specialPrice: dong.optional(),
  status: skuStatus.optional(),
  priceRange: priceRange.optional(),
  campaignLock: count.optional(),
  fulfilledByLazada: z.boolean().optional(),
  digital: z.boolean().optional(),
  ownFleet: z.boolean().optional(),
});

export const skuChange = z.object({
  sellerId,
  set: z
    .object({
      sellerSku: z.string(),
      price: z.number(),
      specialPrice: dong.nullable(),
      sellable: count,
      status: skuStatus,
      priceRange: priceRange.nullable(),
      campaignLock: count,
      campaignEndsAt: z.number().nullable(),
      editLocked: z.boolean(),
    })
    .partial()
    .strict(),
});

export const sellerStatus = z.object({
  sellerId,
  status: z.enum(['ACTIVE', 'INACTIVE']).optional(),
  verified: z.boolean().optional(),
  easeMode: z.boolean().optional(),
  moreWarehouses: z.array(z.string()).optional(),
});

export const review = z.object({
  sellerId,
  state: z.enum(['pending', 'approved', 'rejected', 'locked']),
  reason: z.string().optional(),
});

export const returnRequest = z.object({
  sellerId,
  orderItemIds,
  kind: z.enum(['RETURN', 'ONLY_REFUND']).optional(),
  returnTo: z.enum(['RTM', 'RTW']).optional(),
  reason: z.string().optional(),
});

export const returnStep = z.object({
  sellerId,
  to: z.enum(REVERSE_STATES),
  operator: z.enum(['buyer', 'seller', 'system']).optional(),
});

export const cancelDecision = z.object({ sellerId, agree: z.boolean() });

export const charge = z.object({
  sellerId,
  orderItemId: z.string().optional(),
  feeName: z.string().min(1),
  amount: count,
});

export const payoutHold = z.object({ sellerId, held: z.boolean() });
export const anyPush = z.object({ sellerId, type: count, data: z.unknown() });
export const packageEvent = z.object({ sellerId, status: z.string().min(1) });

export const tokenAging = z.object({
  sellerId,
  expireAccess: z.boolean().optional(),
  expireRefresh: z.boolean().optional(),
  accessExpiresInMs: z.number().optional(),
  refreshExpiresInMs: z.number().optional(),
});
