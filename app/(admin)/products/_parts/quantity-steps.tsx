'use client';

import { useTranslations } from 'next-intl';
import { formatCount } from '@/app/format/money';
import type { QuantityWhy } from '@/src/queries/products/explanation';
import styles from './products.module.css';
import { flightKey } from './why-words';

/** As many orders as one reads; the rest is a number. */
const ORDERS_SHOWN = 8;

type Line = { key: string; label: string; value: string; strong?: boolean };

/** Stock by warehouse → less what is in flight → rule → share, safety stock, bound: the sum as it was made (design §6). */
export function QuantitySteps({ why }: Readonly<{ why: QuantityWhy }>) {
  const t = useTranslations('products.why');
  const { policy } = why;
  const less = (units: number) => (units === 0 ? '0' : `−${formatCount(units)}`);
  const lines: Line[] = [
    ...why.stock.map(({ name, available }, index) => ({
      key: `stock ${index}`,
      label: name,
      value: formatCount(available),
    })),
    { key: 'total', label: t('stockTotal'), value: formatCount(why.stockTotal), strong: true },
    { key: 'flight', label: t('inFlight'), value: less(Math.floor(why.stockTotal) - why.available) },
  ];
  const after: Line[] = [
    { key: 'rule', label: t(`rule.${why.rule}`), value: formatCount(why.afterRule) },
    { key: 'share', label: t('share', { percent: policy.sharePercent }), value: formatCount(why.afterShare) },
    { key: 'safety', label: t('safety'), value: less(policy.safetyStock) },
    {
      key: 'bound',
      label: t('bound'),
      value: policy.upperBound === null ? t('noBound') : formatCount(policy.upperBound),
    },
    { key: 'result', label: t('result'), value: formatCount(why.result), strong: true },
  ];
  return (
    <>
      <Sum lines={lines} />
      <Orders orders={why.inFlight} />
      <Sum lines={after} />
    </>
  );
}

function Sum({ lines }: Readonly<{ lines: readonly Line[] }>) {
  return (
    <dl className={styles.sum}>
      {lines.map(({ key, label, value, strong }) => (
        <div key={key} data-strong={strong ?? false}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Orders({ orders }: Readonly<{ orders: QuantityWhy['inFlight'] }>) {
  const t = useTranslations('products.why');
  if (orders.length === 0) return null;
  return (
    <ul className={styles.flights}>
      {orders.slice(0, ORDERS_SHOWN).map(({ orderId, connectionId, reason, units }) => (
        <li key={`${connectionId} ${orderId} ${reason}`}>
          <a href={`/orders/${encodeURIComponent(orderId)}?shop=${connectionId}`}>{orderId}</a>
          {` × ${formatCount(units)}: ${t(`flight.${flightKey(reason)}`)}`}
        </li>
      ))}
      {orders.length > ORDERS_SHOWN ? <li>{t('moreOrders', { count: orders.length - ORDERS_SHOWN })}</li> : null}
    </ul>
  );
}
