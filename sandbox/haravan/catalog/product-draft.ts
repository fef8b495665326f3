import { z } from 'zod';
import { amount, flag, optional, text } from '../body';

const LONGEST_VALUE = 255;
const price = amount.pipe(z.number().nonnegative());
const optionValue = optional(text.pipe(z.string().max(LONGEST_VALUE)));

const variantFields = {
  sku: optional(text),
  barcode: text.nullish(),
  price: optional(price),
  compare_at_price: optional(price),
  grams: optional(price),
  inventory_management: z.string().nullish(),
  inventory_policy: optional(z.enum(['deny', 'continue'])),
  taxable: optional(flag),
  requires_shipping: optional(flag),
  image_id: amount.nullish(),
  option1: optionValue,
  option2: optionValue,
  option3: optionValue,
  /** Not among the documented fields: the title follows from the options. */
  title: optional(text),
};

/** What POST and PUT of a variant accept (haravan.md §2.7). `inventory_quantity` is ignored: stock has a call of its own. */
export const variantDraft = z.object(variantFields);
export type VariantDraft = z.infer<typeof variantDraft>;

/** `src` or `attachment` (base64). */
export const imageDraft = z.object({
  src: optional(z.string()),
  attachment: optional(z.string()),
  filename: optional(z.string()),
  variant_ids: optional(z.array(amount)),
  position: optional(amount),
});
export type ImageDraft = z.infer<typeof imageDraft>;

const fields = {
  body_html: z.string().nullish(),
  vendor: optional(text),
  product_type: optional(text),
  tags: optional(text),
  template_suffix: optional(text),
  published: optional(flag),
  published_scope: optional(z.enum(['web', 'pos', 'global'])),
  handle: optional(text),
  only_hide_from_list: optional(flag),
  not_allow_promotion: optional(flag),
  options: optional(z.array(z.object({ id: optional(amount), name: text }))),
  variants: optional(z.array(z.object({ id: optional(amount), ...variantFields }))),
};

/** haravan.md §2.6 */
export const productDraft = z.object({
  title: text.pipe(z.string().trim().min(1, "can't be blank")),
  images: optional(z.array(imageDraft)),
  ...fields,
});
export const productChange = z.object({ title: optional(text), ...fields });
export type ProductDraft = z.infer<typeof productDraft>;
export type ProductChange = z.infer<typeof productChange>;
