import { z } from 'zod';
import { type Effect, effects, malformed, type Planned } from './effect';
import { topicKind } from './haravan-topics';

/** Numbers in the documents, texts in some clients' captures: both are ids. */
const id = z.union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const line = z.object({ variant_id: id.nullish().catch(null), product_variant_id: id.nullish().catch(null) });
const lines = z.array(z.unknown()).nullish().catch(null);

const identified = z.object({ id });
const touching = z.object({
  variant_id: id.nullish().catch(null),
  product_variant_id: id.nullish().catch(null),
  line_items: lines,
});
const order = z.object({ id, line_items: lines });
const refund = z.object({ refund_line_items: lines, line_items: lines });
const uninstalled = z.object({ org_id: id });

function variantsOf(...rows: unknown[]): string[] {
  const found = rows.flatMap((row) => {
    const read = line.safeParse(row);
    return read.success ? [read.data.variant_id, read.data.product_variant_id] : [];
  });
  return [...new Set(found.filter((each): each is string => typeof each === 'string'))];
}

const wishes = (variantIds: readonly string[]): Effect[] =>
  variantIds.map((variantId) => ({ kind: 'wish_quantity', variantId }));

function planStock(topic: string, body: unknown): Planned {
  const read = touching.safeParse(body);
  const variantIds = read.success ? variantsOf(body, ...(read.data.line_items ?? [])) : [];
  // Only the balance's payload is known; the others may name variants in ways that we have not seen (haravan.md §3.4).
  const isKnown = topic.startsWith('inventorylocationbalances/');
  return variantIds.length === 0 && isKnown ? malformed('variant_id is missing') : effects(...wishes(variantIds));
}

function planOrder(body: unknown, hasEnded: boolean): Planned {
  const read = order.safeParse(body);
  if (!read.success) return malformed('id is missing');
  const ended: Effect[] = hasEnded ? [{ kind: 'own_order_ended', haravanOrderId: read.data.id }] : [];
  return effects(...wishes(variantsOf(...(read.data.line_items ?? []))), ...ended);
}

function planRefund(body: unknown): Planned {
  const read = refund.safeParse(body);
  if (!read.success) return malformed('not an object');
  const rows = [...(read.data.refund_line_items ?? []), ...(read.data.line_items ?? [])];
  const inner = rows.map((row) => z.object({ line_item: z.unknown() }).safeParse(row).data?.line_item);
  return effects(...wishes(variantsOf(...rows, ...inner)));
}

/** @param orgId whose installation received the message: the signature covers only the body, not the header that names it */
export function planHaravan(topic: string, body: unknown, orgId: string): Planned {
  const kind = topicKind(topic);
  switch (kind) {
    case 'product': {
      const read = identified.safeParse(body);
      return read.success ? effects({ kind: 'refresh_product', productId: read.data.id }) : malformed('id is missing');
    }
    case 'stock':
      return planStock(topic, body);
    case 'location':
      return effects({ kind: 'pull_catalog' });
    case 'order':
    case 'order_ended':
      return topic.startsWith('refunds/') ? planRefund(body) : planOrder(body, kind === 'order_ended');
    case 'shop':
      return effects({ kind: 'read_shop' });
    case 'uninstall':
      return uninstalled.safeParse(body).data?.org_id === orgId
        ? effects({ kind: 'uninstall' })
        : malformed('org_id is not this organization');
    case 'ignored':
      return effects();
  }
}
