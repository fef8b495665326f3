import type { SwitchOnPreview } from '@/src/sync/settings/preview-switch-on';

type Example = SwitchOnPreview['examples'][number];
type Change = Example['quantity'];
export type ExampleRow = { sku: string; name: string; quantity: Change | null; price: Change | null };

/** As many as fit a dialog without scrolling far. */
const SHOWN = 6;

const changed = ({ before, after }: Change): boolean => after !== null && after !== before;

/** The worst first, as they come; only the figures that change are shown. */
export function previewRows(examples: readonly Example[]): ExampleRow[] {
  return examples.slice(0, SHOWN).map(({ variant, quantity, price }) => {
    const { productTitle, variantTitle, sellerSku: sku } = variant;
    const name = /^default title$/iu.test(variantTitle) ? productTitle : `${productTitle} – ${variantTitle}`;
    return { sku, name, quantity: changed(quantity) ? quantity : null, price: changed(price) ? price : null };
  });
}
