import { shopOf, type TenantRows } from './tenant-rows';

export type Touched = { productIds: readonly string[]; codes: readonly string[]; connectionId?: string };

function productsOf(rows: TenantRows, { productIds, codes }: Touched): Set<string> {
  const products = new Set(productIds);
  if (codes.length === 0) return products;
  for (const { productId, code, deletedAt } of rows.variants.values()) {
    if (deletedAt === null && code !== null && codes.includes(code)) products.add(productId);
  }
  return products;
}

/** What src/db/touch-publications.ts does; answers the connections where something waits now. */
export function touchPublications(rows: TenantRows, touched: Touched, at: Date): string[] {
  const products = productsOf(rows, touched);
  const waiting: string[] = [];
  for (const connectionId of touched.connectionId ? [touched.connectionId] : rows.connections.keys()) {
    const { publications } = shopOf(rows, connectionId);
    let raised = false;
    for (const productId of products) {
      const row = publications.get(productId);
      if (row?.state !== 'published') continue;
      Object.assign(row, { wanted: row.wanted + 1, dueAt: at, blockedBy: null });
      raised = true;
    }
    if (raised) waiting.push(connectionId);
  }
  return waiting;
}
