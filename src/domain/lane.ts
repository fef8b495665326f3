/** A lane is a kind of turn; one queue each, so that slow stock pushes cannot hold up orders (design §1). */
export const LANES = ['orders', 'actions', 'stock', 'catalog', 'intake', 'connections', 'maintenance'] as const;
export type Lane = (typeof LANES)[number];
