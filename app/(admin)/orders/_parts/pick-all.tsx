'use client';

import { App, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatCount } from '@/app/format/money';
import type { OrderListView } from '@/src/queries/orders/order-list';
import { pickMatching } from '../actions';
import type { OrderParams } from '../order-params';
import type { PickedOrders } from './order-table';
import styles from './orders.module.css';

type Props = Readonly<{
  connectionId: string;
  params: OrderParams;
  view: OrderListView;
  picked: PickedOrders;
  onPick: (picked: PickedOrders) => void;
}>;

/** How many are picked, also on other pages, and the way to pick all that match (R4.6). */
export function PickAll({ connectionId, params, view, picked, onPick }: Props) {
  const t = useTranslations('orders.pickAll');
  const { message } = App.useApp();
  const [pending, setPending] = useState(false);
  if (picked.size === 0 || view.matching <= view.pageSize) return null;
  const pick = async () => {
    setPending(true);
    const found = await pickMatching({ connectionId, tab: params.tab, search: params.search }).catch(() => null);
    setPending(false);
    if (!found) return void message.error(t('failed'));
    onPick(new Map(found.map((order) => [order.lazadaOrderId, order])));
  };
  return (
    <div className={styles.pickAll}>
      <span role="status">{t('picked', { count: formatCount(picked.size) })}</span>
      {picked.size < Math.min(view.matching, 500) ? (
        <Button type="link" loading={pending} onClick={pick}>
          {t('all', { count: formatCount(view.matching) })}
        </Button>
      ) : null}
      <Button type="link" onClick={() => onPick(new Map())}>
        {t('none')}
      </Button>
    </div>
  );
}
