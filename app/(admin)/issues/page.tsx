import { getTranslations } from 'next-intl/server';
import layout from '@/app/components/layout.module.css';
import { EmptyState } from '@/app/components/list-faces';
import { PageHeader } from '@/app/components/page-header';
import { SectionCard } from '@/app/components/section-card';
import { formatCount } from '@/app/format/money';
import { requireSession } from '@/app/session/require-session';
import { compose } from '@/src/compose';
import { ConnectView } from '../_connect/connect-view';
import { currentShop, type ShopParam } from '../current-shop';
import { IssueGroupCard } from './_parts/issue-group-card';
import { RetryButton } from './_parts/retry-button';

type Props = Readonly<{ searchParams: Promise<ShopParam & { code?: string | string[] }> }>;

export default async function IssuesPage({ searchParams }: Props) {
  const { merchantId, shop: handle } = await requireSession();
  const { queries, env } = compose();
  const given = await searchParams;
  const shop = currentShop((await queries.shell(merchantId)).shops, given);
  if (!shop) return <ConnectView />;
  const onlyCode = typeof given.code === 'string' ? given.code : null;
  const view = await queries.issues(merchantId, shop.connectionId, onlyCode);
  const t = await getTranslations('issues');
  const turns = (['haravan', 'lazada', 'wait'] as const).filter((turn) => view.ofTurn[turn] > 0);
  const notes = view.notes > 0 ? [t('turns.note', { count: formatCount(view.notes) })] : [];
  const lead = [...turns.map((turn) => t(`turns.${turn}`, { count: formatCount(view.ofTurn[turn]) })), ...notes].join(
    ' · ',
  );
  return (
    <main className={layout.page}>
      <PageHeader
        title={t('title', { count: formatCount(view.total) })}
        lead={lead || t('lead')}
        extra={
          view.total > 0 ? (
            <RetryButton request={{ connectionId: shop.connectionId }} label={t('retryAll')} primary />
          ) : null
        }
      />
      {view.groups.length === 0 ? (
        <SectionCard>
          <EmptyState title={t('empty')} hint={t('emptyHint')} />
        </SectionCard>
      ) : (
        view.groups.map((group) => (
          <IssueGroupCard
            key={group.code}
            group={group}
            connectionId={shop.connectionId}
            adminUrl={env.HARAVAN_ADMIN_URL.replace('{shop}', handle)}
            whole={onlyCode !== null}
          />
        ))
      )}
    </main>
  );
}
