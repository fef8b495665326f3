'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { StatusTag } from '@/app/components/status-tag';
import table from '@/app/components/table.module.css';
import { useShopHref } from '@/app/components/use-shop-href';
import { formatDong } from '@/app/format/money';
import { formatTime } from '@/app/format/time';
import type { OrderRow } from '@/src/queries/orders/order-list';
import { Deadline } from './deadline';
import { absence } from './import-words';
import { LazadaStatuses } from './order-statuses';
import styles from './orders.module.css';

export function OrderCells({ order, nowMs }: Readonly<{ order: OrderRow; nowMs: number }>) {
  const t = useTranslations('orders.table');
  const href = useShopHref();
  return (
    <>
      <th scope="row" className={styles.number}>
        <Link href={href(`/orders/${order.lazadaOrderId}`)}>
          {order.lazadaOrderId}
          <span className={`${table.second} ${styles.below}`}>
            {order.haravanName && order.haravanName !== order.lazadaOrderId ? `${order.haravanName} · ` : null}
            {formatTime(order.createdAt)}
          </span>
        </Link>
        {order.openIssues > 0 ? (
          <span className={styles.issues}>{t('issues', { count: order.openIssues })}</span>
        ) : null}
        {order.cancelRequest ? <span className={styles.asked}>{t('cancelRequest')}</span> : null}
      </th>
      <td data-column="haravan">{order.haravanName ?? '–'}</td>
      <td data-column="created" className={styles.time}>
        {formatTime(order.createdAt)}
      </td>
      <td>
        {order.buyer ? order.buyer.name || t('guest') : t('sealed')}
        {order.buyer?.phone ? <span className={table.second}>{order.buyer.phone}</span> : null}
      </td>
      <td>
        <span className={styles.tags}>
          <LazadaStatuses statuses={order.statuses} />
        </span>
      </td>
      <td className={styles.state}>
        <HaravanState order={order} />
      </td>
      <td className={styles.time}>
        <Deadline at={order.deadlineAt} nowMs={nowMs} />
      </td>
      <td className={table.figure}>{formatDong(order.total)}</td>
    </>
  );
}

/** The state in Haravan, or in a few words why the order is not there; the order's own page has the sentence. */
function HaravanState({ order }: Readonly<{ order: OrderRow }>) {
  const t = useTranslations('orderStatus');
  const why = absence(order);
  if (why === null) return t(`haravan.${order.haravan}`);
  const key = `absent.${why}`;
  const words = t.has(key) ? t(key) : t('absent.skipped');
  if (why === 'failing') return <StatusTag tone="danger">{words}</StatusTag>;
  return <span className={table.muted}>{words}</span>;
}
