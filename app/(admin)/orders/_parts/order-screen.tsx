'use client';

import { Pagination } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/app/components/list-faces';
import { SearchBox } from '@/app/components/search-box';
import { SectionCard } from '@/app/components/section-card';
import { TabStrip } from '@/app/components/tab-strip';
import table from '@/app/components/table.module.css';
import { useFilterParams } from '@/app/components/use-filter-params';
import type { OrderListView } from '@/src/queries/orders/order-list';
import { ORDER_TABS } from '@/src/queries/orders/order-tabs';
import { readNumber } from '../find/read-number';
import type { OrderParams } from '../order-params';
import { OrderButtons } from './order-buttons';
import { OrderTable, type PickedOrders } from './order-table';
import { PickAll } from './pick-all';
import { upToDate } from './up-to-date';

type Props = Readonly<{
  connectionId: string;
  accessLapsed: boolean;
  params: OrderParams;
  view: OrderListView;
  nowMs: number;
}>;

export function OrderScreen({ connectionId, accessLapsed, params, view, nowMs }: Props) {
  const t = useTranslations('orders');
  const { change, pending } = useFilterParams();
  const [picked, setPicked] = useState<PickedOrders>(new Map());
  const clear = () => setPicked(new Map());
  const filter = (changes: Record<string, string>) => {
    clear();
    change(changes);
  };
  return (
    <SectionCard flush>
      <TabStrip
        label={t('tabs.label')}
        tabs={ORDER_TABS.map((key) => ({ key, label: t(`tabs.${key}`), count: view.counts[key] }))}
        current={params.tab}
        onChange={(tab) => filter({ tab })}
      />
      <div className={table.tools}>
        <SearchBox label={t('search')} defaultValue={params.search} onSearch={(search) => filter({ search })} />
        <OrderButtons
          connectionId={connectionId}
          orders={upToDate(picked, view.orders)}
          accessLapsed={accessLapsed}
          onDone={clear}
        />
      </div>
      <PickAll connectionId={connectionId} params={params} view={view} picked={picked} onPick={setPicked} />
      {view.orders.length === 0 ? (
        <EmptyState
          title={t(params.search ? 'empty.search' : `empty.${params.tab}`)}
          hint={t(params.search ? 'empty.searchHint' : 'empty.hint')}
          action={<FindLink search={params.search} />}
        />
      ) : (
        <OrderTable
          connectionId={connectionId}
          orders={view.orders}
          picked={picked}
          busy={pending}
          nowMs={nowMs}
          onPick={setPicked}
        />
      )}
      <div className={table.pages}>
        <Pagination
          current={view.page}
          pageSize={view.pageSize}
          total={view.matching}
          showSizeChanger={false}
          hideOnSinglePage
          onChange={(page) => change({ page: String(page) })}
        />
      </div>
    </SectionCard>
  );
}

/** A number that is not in the list may be in another shop, or unknown to us: Tìm đơn asks Lazada (R10.2). */
function FindLink({ search }: Readonly<{ search: string }>) {
  const t = useTranslations('orders.find');
  const number = readNumber(search);
  if (number === null) return null;
  return <Link href={`/orders/find?number=${number}`}>{t('button', { order: number })}</Link>;
}
