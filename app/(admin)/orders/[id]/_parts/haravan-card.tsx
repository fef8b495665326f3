import { useTranslations } from 'next-intl';
import { SectionCard } from '@/app/components/section-card';
import { formatTime } from '@/app/format/time';
import type { OrderDetailView } from '@/src/queries/orders/order-detail';
import { absence } from '../../_parts/import-words';
import { FactList } from './fact-list';
import styles from './order.module.css';
import { ReimportButton } from './reimport-button';

type Props = Readonly<{ order: OrderDetailView; adminUrl: string; nowMs: number }>;

/** The Haravan order, or why there is none, and Nhập lại (R10.2). */
export function HaravanCard({ order, adminUrl, nowMs }: Props) {
  const t = useTranslations('order.haravan');
  const why = useTranslations('order.why');
  const states = useTranslations('orderStatus.haravan');
  const { haravan, side } = order;
  const missing = absence({ ...order, haravan: side });
  return (
    <SectionCard title={t('title')}>
      {missing === null ? null : (
        <p className={order.decision === 'failing' ? styles.failing : styles.why}>
          {why.has(missing) ? why(missing) : why('skipped')}
        </p>
      )}
      {haravan ? (
        <FactList
          facts={[
            { term: t('state'), value: states(side) },
            { term: t('number'), value: haravan.name ?? haravan.id },
          ]}
        />
      ) : null}
      {haravan && side !== 'deleted' ? (
        <p className={styles.link}>
          <a href={`${adminUrl}/admin/orders/${haravan.id}`} target="_top">
            {t('open')}
          </a>
        </p>
      ) : null}
      {order.importedAt ? <p className={styles.quiet}>{t('imported', { at: formatTime(order.importedAt) })}</p> : null}
      <NextTry order={order} nowMs={nowMs} />
      <ReimportButton connectionId={order.connectionId} orderId={order.lazadaOrderId} />
    </SectionCard>
  );
}

function NextTry({ order, nowMs }: Readonly<{ order: OrderDetailView; nowMs: number }>) {
  const t = useTranslations('order.haravan');
  if (!order.isWaiting) return null;
  const isLater = order.dueAt.getTime() > nowMs;
  return <p className={styles.quiet}>{isLater ? t('retrying', { at: formatTime(order.dueAt) }) : t('waiting')}</p>;
}
