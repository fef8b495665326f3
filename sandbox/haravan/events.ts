import { createHmac } from 'node:crypto';
import type { Deliveries } from '../core/deliveries';
import type { Org } from './entities/org';

/** The topics ticked for the app at the partner site (haravan.md §3.4). */
export const TOPICS = [
  'orders/create',
  'orders/updated',
  'orders/paid',
  'orders/cancelled',
  'orders/fulfilled',
  'orders/delete',
  'refunds/create',
  'products/create',
  'products/update',
  'products/deleted',
  'customers/create',
  'customers/update',
  'inventorylocationbalances/update',
  'locations/update',
  'shop/update',
  'app/uninstalled',
] as const;
export type Topic = (typeof TOPICS)[number];

export type Events = {
  /** Queues the resource, as it is now, for every subscription to the topic. */
  emit(org: Org, topic: Topic, resource: unknown): void;
  /** The live subscriptions; those whose deliveries were given up have been removed by Haravan (haravan.md §3.3). */
  subscriptions(org: Org): Org['subscriptions'];
};

export function createEvents(deps: { deliveries: Deliveries; clientSecret: string }): Events {
  const { deliveries, clientSecret } = deps;
  const subscriptions = (org: Org) => {
    const isGivenUp = givenUp(deliveries, org.orgId);
    org.subscriptions = org.subscriptions.filter((subscription) => !isGivenUp(subscription));
    return org.subscriptions;
  };
  return {
    subscriptions,
    emit(org, topic, resource) {
      const body = JSON.stringify(resource);
      const headers = webhookHeaders(org.orgId, topic, body, clientSecret);
      for (const { event, url } of subscriptions(org)) {
        if (event === topic) deliveries.send({ url, tenant: org.orgId, topic, compose: () => ({ body, headers }) });
      }
    },
  };
}

function givenUp(deliveries: Deliveries, orgId: string): (subscription: Org['subscriptions'][number]) => boolean {
  const lost = deliveries.log().filter((record) => record.outcome === 'gave-up' && record.tenant === orgId);
  return ({ event, createdAt }) => lost.some((record) => record.topic === event && record.at >= createdAt);
}

/** The signature is over the raw body (haravan.md §3.2). */
function webhookHeaders(orgId: string, topic: Topic, body: string, secret: string): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'X-Haravan-Topic': topic,
    'X-Haravan-Org-Id': orgId,
    'X-Haravan-Hmacsha256': createHmac('sha256', secret).update(body, 'utf8').digest('base64'),
  };
}
