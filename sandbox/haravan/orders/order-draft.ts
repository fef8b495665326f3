import { z } from 'zod';
import { address, amount, flag, nameValue, optional, text } from '../body';
import { TRANSACTION_KINDS } from '../entities/payment';

/** Kinds come in either case (haravan.md §2.21). */
export const transactionKind = z.string().toLowerCase().pipe(z.enum(TRANSACTION_KINDS));

const quantity = amount.pipe(z.number().int().positive());
const price = amount.pipe(z.number().nonnegative());

const line = z.object({
  variant_id: optional(amount),
  product_id: optional(amount),
  quantity: quantity.default(1),
  title: optional(text),
  variant_title: optional(text),
  sku: optional(text),
  barcode: optional(text),
  price: optional(price),
  total_discount: optional(price),
  applied_discounts: optional(z.array(z.object({ description: optional(text), amount: price }))),
  properties: optional(z.array(nameValue)),
});

/** `source_name` of Haravan's own origins cannot be taken (haravan.md §2.14). */
const PROTECTED_SOURCES = ['web', 'pos', 'haravan_draft_order', 'iphone', 'android'];
export const LONGEST_ORDER_TAG = 40;

const sourceName = z.string().refine((name) => !PROTECTED_SOURCES.includes(name), 'is reserved');
const tags = z
  .string()
  .refine(
    (list) => list.split(',').every((tag) => tag.trim().length <= LONGEST_ORDER_TAG),
    `${LONGEST_ORDER_TAG} characters at most`,
  );

/** What POST /orders.json accepts (haravan.md §2.16). Unknown fields are ignored. */
export const orderDraft = z.object({
  line_items: z.array(line).min(1, "can't be blank"),
  name: optional(text),
  customer: optional(
    z.object({
      id: optional(amount),
      email: optional(z.string()),
      phone: optional(text),
      first_name: optional(text),
      last_name: optional(text),
    }),
  ),
  email: optional(z.string()),
  billing_address: optional(address),
  shipping_address: optional(address),
  financial_status: optional(z.string()),
  fulfillment_status: optional(z.string()),
  fulfillments: optional(z.array(z.object({ location_id: optional(amount) }))),
  transactions: optional(
    z.array(z.object({ kind: transactionKind, amount: optional(price), gateway: optional(text) })),
  ),
  discount_codes: optional(z.array(z.object({ code: text.default(''), amount: price }))),
  total_discounts: optional(price),
  shipping_lines: optional(z.array(z.object({ code: optional(text), title: optional(text), price }))),
  is_cod_gateway: optional(flag),
  gateway: optional(text),
  is_confirm: optional(flag),
  source: optional(z.string()),
  source_name: optional(sourceName),
  landing_site_ref: optional(text),
  location_id: optional(amount),
  user_id: optional(text),
  tags: optional(tags),
  note: optional(z.string()),
  note_attributes: optional(z.array(nameValue)),
});

export type OrderDraft = z.infer<typeof orderDraft>;
export type LineDraft = OrderDraft['line_items'][number];
