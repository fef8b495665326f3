import { useTranslations } from 'next-intl';
import { SectionCard } from '@/app/components/section-card';
import table from '@/app/components/table.module.css';
import { formatCount } from '@/app/format/money';
import type { OrderParcel } from '@/src/queries/orders/order-lines';
import { LazadaStatuses } from '../../_parts/order-statuses';
import styles from './order.module.css';

export function ParcelsCard({ parcels }: Readonly<{ parcels: readonly OrderParcel[] }>) {
  const t = useTranslations('order.parcels');
  if (parcels.length === 0) {
    return (
      <SectionCard title={t('title')}>
        <p className={styles.quiet}>{t('none')}</p>
      </SectionCard>
    );
  }
  return (
    <SectionCard title={t('title')} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section className={table.frame} aria-label={t('label')} tabIndex={0}>
        <table className={`${table.table} ${styles.table}`}>
          <thead>
            <tr>
              {(['package', 'tracking', 'carrier', 'items', 'status'] as const).map((column) => (
                <th key={column} scope="col" className={column === 'items' ? table.figure : undefined}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parcels.map((parcel) => (
              <tr key={parcel.packageId} className={styles.row} data-package={parcel.packageId}>
                <th scope="row" className={table.code}>
                  {parcel.packageId}
                </th>
                <td className={table.code}>{parcel.trackingCode ?? '–'}</td>
                <td>{parcel.carrier ?? '–'}</td>
                <td className={table.figure}>{formatCount(parcel.items)}</td>
                <td>
                  <LazadaStatuses statuses={parcel.statuses} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </SectionCard>
  );
}
