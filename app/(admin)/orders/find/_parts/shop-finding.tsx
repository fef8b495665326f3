import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/app/components/section-card';
import { formatTime } from '@/app/format/time';
import type { FoundOrder, SearchedShop } from '@/src/queries/orders/order-search';
import { TrailList } from '../../../_trail/trail-list';
import { IssuesCard } from '../../[id]/_parts/issues-card';
import { ReimportButton } from '../../[id]/_parts/reimport-button';
import { absence } from '../../_parts/import-words';
import { LazadaStatuses } from '../../_parts/order-statuses';
import styles from './find.module.css';

type Props = Readonly<{ shop: SearchedShop; number: string; several: boolean; adminUrl: string; nowMs: number }>;

/** One shop's order of that number: its way in four steps, then everything that happened (R10.2). */
export function ShopFinding({ shop, number, several, adminUrl, nowMs }: Props) {
  const t = useTranslations('find');
  const { order, connectionId } = shop;
  if (!order) return null;
  return (
    <section data-found={connectionId} aria-label={shop.shopName}>
      <SectionCard
        title={
          <span className={styles.title}>
            {several ? t('inShop', { shop: shop.shopName }) : t('order', { number })}{' '}
            <LazadaStatuses statuses={order.statuses} />
          </span>
        }
        extra={
          <Link href={`/orders/${number}?shop=${connectionId}`} className={styles.open}>
            {t('open')}
          </Link>
        }
      >
        <ol className={styles.steps}>
          <Step done={order.notifiedAt !== null}>
            {order.notifiedAt ? t('notified', { at: formatTime(order.notifiedAt) }) : t('notNotified')}
          </Step>
          <Step done>
            {t(`seen.${seenBy(order)}`, { at: formatTime(order.firstSeenAt), placed: formatTime(order.createdAt) })}
          </Step>
          <Step done={order.lines.matched === order.lines.total}>{t('matched', order.lines)}</Step>
          <Step done={order.haravan !== null}>
            <Outcome order={order} adminUrl={adminUrl} nowMs={nowMs} />
          </Step>
        </ol>
        {shop.status === 'active' ? <ReimportButton connectionId={connectionId} orderId={number} /> : t('lapsed')}
      </SectionCard>
      {order.issues.length > 0 ? (
        <IssuesCard issues={order.issues} connectionId={connectionId} orderId={number} />
      ) : null}
      <SectionCard title={t('trail')}>
        <TrailList events={shop.trail} />
      </SectionCard>
    </section>
  );
}

const SEEN_BY = ['push', 'poll', 'backfill', 'manual'] as const;
const seenBy = ({ firstSeenBy }: FoundOrder) => SEEN_BY.find((known) => known === firstSeenBy) ?? 'poll';

function Step({ done, children }: Readonly<{ done: boolean; children: React.ReactNode }>) {
  return <li data-done={done}>{children}</li>;
}

/** In Haravan, or the sentence that says why not. */
function Outcome({ order, adminUrl, nowMs }: Readonly<{ order: FoundOrder; adminUrl: string; nowMs: number }>) {
  const t = useTranslations('find');
  const why = useTranslations('order.why');
  const missing = absence({ ...order, haravan: order.side });
  if (missing !== null) {
    const retry =
      order.isWaiting && order.dueAt.getTime() > nowMs ? ` ${t('retrying', { at: formatTime(order.dueAt) })}` : '';
    return `${why.has(missing) ? why(missing) : why('skipped')}${retry}`;
  }
  const { haravan, importedAt } = order;
  return (
    <>
      {importedAt ? t('created', { at: formatTime(importedAt) }) : t('linked')}{' '}
      {haravan ? (
        <a href={`${adminUrl}/admin/orders/${haravan.id}`} target="_top">
          {haravan.name ?? haravan.id}
        </a>
      ) : null}
    </>
  );
}
