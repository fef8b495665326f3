import { createIssueListQuery } from '@/src/queries/issues/issue-list';
import { createLiveMarkQuery } from '@/src/queries/live-mark';
import { createBackfillQuery } from '@/src/queries/orders/backfill';
import { createOrderDetailQuery } from '@/src/queries/orders/order-detail';
import { createOrderListQuery } from '@/src/queries/orders/order-list';
import { createOrderPicksQuery } from '@/src/queries/orders/order-picks';
import { createOrderRunQuery } from '@/src/queries/orders/order-run';
import { createOrderSearchQuery } from '@/src/queries/orders/order-search';
import { createOverviewQuery } from '@/src/queries/overview';
import { createExplanationQuery } from '@/src/queries/products/explanation';
import { createProductIdsQuery, createProductListQuery } from '@/src/queries/products/product-list';
import { createPublishRunQuery } from '@/src/queries/products/publish-run';
import { createShellQuery } from '@/src/queries/shell';
import type { Basics } from './basics';

/** Read models, one per page. */
export function createQueries({ door, clock, encryption }: Basics) {
  return {
    shell: createShellQuery(door, clock.now),
    overview: createOverviewQuery(door, clock.now),
    products: createProductListQuery(door),
    productIds: createProductIdsQuery(door),
    explanation: createExplanationQuery(door),
    publishRun: createPublishRunQuery(door),
    issues: createIssueListQuery(door),
    orders: createOrderListQuery(door, encryption.open, clock.now),
    backfill: createBackfillQuery(door),
    order: createOrderDetailQuery(door, encryption.open, clock.now),
    orderSearch: createOrderSearchQuery(door),
    orderRun: createOrderRunQuery(door, clock.now),
    orderPicks: createOrderPicksQuery(door),
    liveMark: createLiveMarkQuery(door),
  };
}
