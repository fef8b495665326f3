'use client';

import { Button, Dropdown, Pagination, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/app/components/list-faces';
import { SearchBox } from '@/app/components/search-box';
import { SectionCard } from '@/app/components/section-card';
import table from '@/app/components/table.module.css';
import { TabStrip } from '@/app/components/tab-strip';
import { useFilterParams } from '@/app/components/use-filter-params';
import { formatCount } from '@/app/format/money';
import type { ProductListView } from '@/src/queries/products/product-list';
import { PRODUCT_TABS } from '@/src/queries/products/product-tabs';
import type { ProductParams } from '../product-params';
import { ChannelDialog, type ChannelWish } from './channel-dialog';
import { ProductTable } from './product-table';

type Props = Readonly<{ connectionId: string; shopName: string; params: ProductParams; view: ProductListView }>;

export function ProductScreen({ connectionId, shopName, params, view }: Props) {
  const t = useTranslations('products');
  const { change, pending } = useFilterParams();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [allMatching, setAllMatching] = useState(false);
  const [wish, setWish] = useState<ChannelWish | null>(null);
  const counts = {
    all: view.counts.variants,
    synced: view.counts.synced,
    waiting: view.counts.waiting,
    issue: view.counts.issue,
  };
  const chosen = allMatching ? view.matching : picked.size;
  const clear = () => {
    setPicked(new Set());
    setAllMatching(false);
  };
  const open = (kind: ChannelWish['kind']) =>
    setWish({ kind, count: chosen, selection: allMatching ? { matching: params } : { productIds: [...picked] } });
  const filter = (changes: Record<string, string>) => {
    clear();
    change(changes);
  };
  return (
    <SectionCard flush>
      <TabStrip
        label={t('tabs.label')}
        tabs={PRODUCT_TABS.map((key) => ({ key, label: t(`tabs.${key}`), count: counts[key] }))}
        current={params.tab}
        onChange={(tab) => filter({ tab })}
      />
      <div className={table.tools}>
        <SearchBox label={t('search')} defaultValue={params.search} onSearch={(search) => filter({ search })} />
        <Select
          aria-label={t('publication.label')}
          className={table.select}
          value={params.publication}
          onChange={(publication) => filter({ publication })}
          options={(['any', 'published', 'unpublished'] as const).map((value) => ({
            value,
            label: t(`publication.${value}`),
          }))}
        />
        <Dropdown
          disabled={chosen === 0}
          trigger={['click']}
          menu={{
            items: [
              { key: 'publish', label: t('publish') },
              { key: 'unpublish', label: t('unpublish'), danger: true },
            ],
            onClick: ({ key }) => open(key === 'publish' ? 'publish' : 'unpublish'),
          }}
        >
          <Button title={chosen === 0 ? t('pickFirst') : undefined}>{t('actions')}</Button>
        </Dropdown>
      </div>
      {picked.size > 0 || allMatching ? (
        <div className={table.selection} aria-live="polite">
          <span>{t('selected', { count: formatCount(chosen) })}</span>
          {!allMatching && view.matching > view.products.length ? (
            <Button type="link" onClick={() => setAllMatching(true)}>
              {t('selectAll', { count: formatCount(view.matching) })}
            </Button>
          ) : null}
          <Button type="link" onClick={clear}>
            {t('clear')}
          </Button>
        </div>
      ) : null}
      {view.products.length === 0 ? (
        <EmptyState title={t(params.search ? 'empty.search' : `empty.${params.tab}`)} hint={t('empty.hint')} />
      ) : (
        <ProductTable
          connectionId={connectionId}
          products={view.products}
          picked={picked}
          allMatching={allMatching}
          busy={pending}
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
      {wish ? (
        <ChannelDialog
          connectionId={connectionId}
          shopName={shopName}
          wish={wish}
          onDone={clear}
          onClose={() => setWish(null)}
        />
      ) : null}
    </SectionCard>
  );
}
