'use client';

import { Checkbox } from 'antd';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import table from '@/app/components/table.module.css';
import type { OrderRow } from '@/src/queries/orders/order-list';
import { ActionNote } from './action-note';
import { OrderCells } from './order-cells';
import styles from './orders.module.css';
import type { PickedOrder } from './pressable';

export type PickedOrders = ReadonlyMap<string, PickedOrder>;

const COLUMNS = ['lazada', 'haravan', 'created', 'buyer', 'onLazada', 'inHaravan', 'deadline', 'total'] as const;

type Props = Readonly<{
  connectionId: string;
  orders: readonly OrderRow[];
  picked: PickedOrders;
  busy: boolean;
  nowMs: number;
  onPick: (picked: PickedOrders) => void;
}>;

/** Orders with their state on both sides and the time left. Scrolls inside its own frame. */
export function OrderTable({ connectionId, orders, picked, busy, nowMs, onPick }: Props) {
  const t = useTranslations('orders.table');
  const toggle = (rows: readonly OrderRow[], on: boolean) => {
    const next = new Map(picked);
    for (const row of rows) on ? next.set(row.lazadaOrderId, row) : next.delete(row.lazadaOrderId);
    onPick(next);
  };
  const ids = orders.map((order) => order.lazadaOrderId);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className={table.frame} aria-busy={busy} aria-label={t('label')} tabIndex={0}>
      <table className={`${table.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col" className={table.check}>
              <Checkbox
                aria-label={t('pickPage')}
                checked={ids.every((id) => picked.has(id))}
                indeterminate={picked.size > 0 && !ids.every((id) => picked.has(id))}
                onChange={(event) => toggle(orders, event.target.checked)}
              />
            </th>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                data-column={column}
                className={column === 'total' ? table.figure : undefined}
              >
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <Fragment key={order.lazadaOrderId}>
              <tr className={styles.order} data-order={order.lazadaOrderId} data-tab-state={order.haravan}>
                <td className={table.check}>
                  <Checkbox
                    aria-label={t('pick', { order: order.lazadaOrderId })}
                    checked={picked.has(order.lazadaOrderId)}
                    onChange={(event) => toggle([order], event.target.checked)}
                  />
                </td>
                <OrderCells order={order} nowMs={nowMs} />
              </tr>
              {order.action ? (
                <tr>
                  <td />
                  <td colSpan={COLUMNS.length} className={styles.noteCell}>
                    <ActionNote connectionId={connectionId} lazadaOrderId={order.lazadaOrderId} action={order.action} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
