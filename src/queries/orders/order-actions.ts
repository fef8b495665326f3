import type { Tx } from '@/src/db/client';
import type { ActionRow } from './order-abilities';

type Stored = Omit<ActionRow, 'kind' | 'state'> & { lazadaOrderId: string; kind: string; state: string };

const KINDS = ['ready_to_ship', 'cancel', 'accept_cancel', 'refuse_cancel'] as const;
const STATES = ['wanted', 'done', 'refused', 'withdrawn'] as const;

const toRow = ({ lazadaOrderId: _order, kind, state, ...row }: Stored): ActionRow => ({
  ...row,
  kind: KINDS.find((known) => known === kind) ?? 'ready_to_ship',
  state: STATES.find((known) => known === state) ?? 'done',
});

/** What was asked for on these orders (spec R4.6), by order, newest first. */
export async function readActions(
  tx: Tx,
  connectionId: string,
  lazadaOrderIds: readonly string[],
): Promise<Map<string, ActionRow[]>> {
  const select = {
    lazadaOrderId: true,
    kind: true,
    state: true,
    code: true,
    message: true,
    nothingToDo: true,
  } as const;
  const rows = await tx.orderAction.findMany({
    where: { connectionId, lazadaOrderId: { in: [...lazadaOrderIds] } },
    select: { ...select, reasonName: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
  });
  const byOrder = Map.groupBy(rows, (row) => row.lazadaOrderId);
  return new Map([...byOrder].map(([id, actions]) => [id, actions.map(toRow)]));
}
