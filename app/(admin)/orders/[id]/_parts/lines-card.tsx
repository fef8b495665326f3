import { useTranslations } from 'next-intl';
import { SectionCard } from '@/app/components/section-card';
import table from '@/app/components/table.module.css';
import { formatDong } from '@/app/format/money';
import type { OrderLine } from '@/src/queries/orders/order-lines';
import { LazadaStatuses } from '../../_parts/order-statuses';
import { ReasonWords } from '../../_parts/reason-words';
import styles from './order.module.css';

/** One line per unit, as Lazada keeps them, and the variant each stands for (R4.1). */
export function LinesCard({ lines }: Readonly<{ lines: readonly OrderLine[] }>) {
  const t = useTranslations('order.lines');
  return (
    <SectionCard title={t('title', { count: lines.length })} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section className={table.frame} aria-label={t('label')} tabIndex={0}>
        <table className={`${table.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('product')}</th>
              <th scope="col">{t('variant')}</th>
              <th scope="col">{t('status')}</th>
              <th scope="col" className={table.figure}>
                {t('price')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.orderItemId} className={styles.row} data-item={line.orderItemId}>
                <th scope="row">
                  {line.name}
                  {line.variation ? <span className={table.second}>{line.variation}</span> : null}
                  <span className={`${table.second} ${table.code}`}>{line.sellerSku}</span>
                </th>
                <td>{line.variant ?? <span className={styles.unmatched}>{t('unmatched')}</span>}</td>
                <td>
                  <LazadaStatuses statuses={[line.status]} />
                  {line.fulfilledByLazada ? <span className={table.second}>{t('byLazada')}</span> : null}
                  {line.reason ? (
                    <span className={table.second}>
                      {t('reason')} <ReasonWords name={line.reason} />
                    </span>
                  ) : null}
                </td>
                <td className={table.figure}>{formatDong(line.itemPrice)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </SectionCard>
  );
}
