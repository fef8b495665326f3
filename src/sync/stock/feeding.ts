import { codeOf } from '../mapping/lazada-order';
import type { Feeding } from '../ports/stock';

/** A linked variant, for the question what Lazada sold of it (spec R3.5). */
export const feedingOf = ({ variantId, sellerSku }: { variantId: string; sellerSku: string }): Feeding => ({
  variantId,
  code: codeOf(sellerSku),
});
