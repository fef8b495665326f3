import { useTranslations } from 'next-intl';
import { SectionCard } from '@/app/components/section-card';
import type { OrderDetailView } from '@/src/queries/orders/order-detail';
import styles from './order.module.css';

export function BuyerCard({ buyer }: Readonly<{ buyer: OrderDetailView['buyer'] }>) {
  const t = useTranslations('order.buyer');
  return (
    <SectionCard title={t('title')}>
      {buyer ? (
        <address className={styles.buyer}>
          <strong>{buyer.name || t('guest')}</strong>
          {buyer.phone ? <span>{buyer.phone}</span> : null}
          {buyer.address ? <span>{buyer.address}</span> : null}
          {buyer.note ? (
            <span className={styles.quiet}>
              {t('note')}: {buyer.note}
            </span>
          ) : null}
        </address>
      ) : (
        <p className={styles.quiet}>{t('sealed')}</p>
      )}
    </SectionCard>
  );
}
