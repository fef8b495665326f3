import { useTranslations } from 'next-intl';
import { SectionCard } from '@/app/components/section-card';
import { formatDong } from '@/app/format/money';
import type { OrderDetailView } from '@/src/queries/orders/order-detail';
import { FactList } from './fact-list';

/** As the Haravan order shows it: items less one discount plus shipping, to the đồng (design §4). */
export function MoneyCard({ order }: Readonly<{ order: OrderDetailView }>) {
  const t = useTranslations('order.money');
  const { money, paymentMethod } = order;
  const method = paymentMethod.toUpperCase() === 'COD' ? t('cod') : paymentMethod || t('unknownMethod');
  return (
    <SectionCard title={t('title')}>
      <FactList
        facts={[
          money && { term: t('subtotal'), value: formatDong(money.subtotal) },
          money && {
            term: t('discount'),
            value: money.discount > 0 ? `−${formatDong(money.discount)}` : formatDong(0),
          },
          money && { term: t('shipping'), value: formatDong(money.shippingFee) },
          { term: t('total'), value: formatDong(order.total), strong: true },
          { term: t('method'), value: method },
        ]}
      />
    </SectionCard>
  );
}
