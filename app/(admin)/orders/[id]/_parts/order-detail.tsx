import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import layout from '@/app/components/layout.module.css';
import { PageHeader } from '@/app/components/page-header';
import { SectionCard } from '@/app/components/section-card';
import { formatLeft, formatTime } from '@/app/format/time';
import { isLocale } from '@/app/i18n/locales';
import type { OrderDetailView } from '@/src/queries/orders/order-detail';
import { TrailList } from '../../../_trail/trail-list';
import { ActionNote } from '../../_parts/action-note';
import { OrderButtons } from '../../_parts/order-buttons';
import { LazadaStatuses } from '../../_parts/order-statuses';
import { BuyerCard } from './buyer-card';
import { CancelRequestCard } from './cancel-request-card';
import { HaravanCard } from './haravan-card';
import { IssuesCard } from './issues-card';
import { LinesCard } from './lines-card';
import { MoneyCard } from './money-card';
import styles from './order.module.css';
import { ParcelsCard } from './parcels-card';

type Props = Readonly<{ order: OrderDetailView; accessLapsed: boolean; adminUrl: string; nowMs: number }>;

/** One order: what is to be done first, then what it holds, then how it came to be so (R10.2). */
export function OrderDetail({ order, accessLapsed, adminUrl, nowMs }: Props) {
  const t = useTranslations('order');
  return (
    <main className={layout.page}>
      <Link href="/orders" className={styles.back}>
        ← {t('back')}
      </Link>
      <PageHeader
        title={
          <span className={styles.title}>
            {t('title', { order: order.lazadaOrderId })} <LazadaStatuses statuses={order.statuses} />
          </span>
        }
        lead={
          <>
            {t('placed', { at: formatTime(order.createdAt) })}
            {order.deadlineAt ? <Due at={order.deadlineAt} nowMs={nowMs} /> : null}
          </>
        }
        extra={<OrderButtons connectionId={order.connectionId} orders={[order]} accessLapsed={accessLapsed} />}
      />
      {order.action ? (
        <SectionCard>
          <ActionNote connectionId={order.connectionId} lazadaOrderId={order.lazadaOrderId} action={order.action} />
        </SectionCard>
      ) : null}
      {order.cancelRequest ? (
        <CancelRequestCard
          connectionId={order.connectionId}
          orderId={order.lazadaOrderId}
          until={order.cancelRequest.until}
          disabled={accessLapsed || order.action?.state === 'wanted'}
        />
      ) : null}
      {order.cancelPending ? <SectionCard>{t('cancelRequest.pending')}</SectionCard> : null}
      {order.issues.length > 0 ? (
        <IssuesCard issues={order.issues} connectionId={order.connectionId} orderId={order.lazadaOrderId} />
      ) : null}
      <div className={styles.columns}>
        <div className={styles.main}>
          <LinesCard lines={order.lines} />
          <ParcelsCard parcels={order.parcels} />
          <SectionCard title={t('trail.title')}>
            <TrailList events={order.trail} />
          </SectionCard>
        </div>
        <div>
          <HaravanCard order={order} adminUrl={adminUrl} nowMs={nowMs} />
          <BuyerCard buyer={order.buyer} />
          <MoneyCard order={order} />
        </div>
      </div>
    </main>
  );
}

function Due({ at, nowMs }: Readonly<{ at: Date; nowMs: number }>) {
  const t = useTranslations('order');
  const locale = useLocale();
  const leftMs = at.getTime() - nowMs;
  const left = formatLeft(leftMs, isLocale(locale) ? locale : 'vi');
  return (
    <strong className={styles.due} data-late={leftMs < 0}>
      {' '}
      · {t('due', { at: formatTime(at), left })}
    </strong>
  );
}
