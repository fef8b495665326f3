import { type Api, type ApiContext, requireScope } from '../api';
import type { HistoryEvent } from '../entities/event';
import { time } from '../formatters/time';
import { historyOf } from '../history';
import { momentFilter, pageOf, pageRequest, project, usualMoment } from '../listing';
import type { Platform } from '../platform';
import { orderOf } from './order-of';
import { productOf } from './product-of';

/** haravan.md §2.24. The fields beyond the filters' are Shopify's. */
export function addHistoryRoutes(api: Api, platform: Platform): void {
  const { store } = platform;
  const answer = (c: ApiContext, rows: HistoryEvent[]) => {
    const isInTime = momentFilter(c, 'created_at', usualMoment(store));
    const verb = c.req.query('verb');
    const kinds = c.req.query('filter')?.split(',');
    const selected = rows.filter(
      (row) =>
        (verb === undefined || row.verb === verb) &&
        (kinds === undefined || kinds.includes(row.subjectType)) &&
        isInTime(row.createdAt),
    );
    const page = pageOf(selected, pageRequest(c, store.modes.pageCap));
    return c.json({ events: page.map((row) => project(c, formatEvent(row))) });
  };

  api.get('/com/events', (c) => {
    requireScope(c, 'orders', 'read');
    requireScope(c, 'products', 'read');
    return answer(c, historyOf(platform, c.get('org')));
  });

  api.get('/com/orders/:orderId/events', (c) => {
    requireScope(c, 'orders', 'read');
    const { id } = orderOf(platform, c);
    return answer(c, historyOf(platform, c.get('org'), { subjectType: 'Order', subjectId: id }));
  });

  api.get('/com/products/:productId/events', (c) => {
    requireScope(c, 'products', 'read');
    const { id } = productOf(platform, c);
    return answer(c, historyOf(platform, c.get('org'), { subjectType: 'Product', subjectId: id }));
  });
}

function formatEvent({ id, subjectId, subjectType, verb, message, createdAt }: HistoryEvent) {
  return {
    id,
    subject_id: subjectId,
    subject_type: subjectType,
    verb,
    message,
    arguments: [],
    body: null,
    created_at: time(createdAt),
  };
}
