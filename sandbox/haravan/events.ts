import { createHmac } from 'node:crypto';
import type { Deliveries } from '../core/deliveries';
import type { Org } from './entities/org';
import type { Modes } from './modes';
import { serialize } from './serialize';
import type { Store } from './store';
import type { Topic } from './topics';

/** `test` marks a test payload; `subscriptionId` names an app subscription (haravan.md §3.2). */
export type EventMarks = { test?: boolean; subscriptionId?: string };

export type Events = {
  /** Queues the resource, as it is now, for every subscription to the topic. */
  emit(org: Org, topic: Topic, resource: unknown, marks?: EventMarks): void;
  /** The live subscriptions; those whose deliveries were given up have been removed by Haravan (haravan.md §3.3). */
  subscriptions(org: Org): Org['subscriptions'];
};

export function createEvents(deps: { deliveries: Deliveries; clientSecret: string; store: Store }): Events {
  const { deliveries, clientSecret, store } = deps;
  const subscriptions = (org: Org) => {
    if (org.subscriptions.length === 0) return org.subscriptions;
    const isGivenUp = givenUp(deliveries, org.orgId);
    org.subscriptions = org.subscriptions.filter((subscription) => !isGivenUp(subscription));
    return org.subscriptions;
  };
  return {
    subscriptions,
    emit(org, topic, resource, marks = {}) {
      const targets = subscriptions(org).filter(({ event }) => event === topic);
      if (targets.length === 0) return;
      const body = serialize(store.modes, resource);
      const headers = {
        'Content-Type': 'application/json',
        'X-Haravan-Topic': topic === 'app/uninstalled' ? store.modes.uninstallTopic : topic,
        'X-Haravan-Org-Id': org.orgId,
        ...signatureHeaders(store.modes, createHmac('sha256', clientSecret).update(body, 'utf8').digest('base64')),
        ...(marks.test ? { 'X-Haravan-Test': 'true' } : {}),
        ...(marks.subscriptionId === undefined ? {} : { 'X-Haravan-Subscription-Id': marks.subscriptionId }),
      };
      for (const { url } of targets) {
        deliveries.send({ url, tenant: org.orgId, topic, compose: () => ({ body, headers }) });
      }
    },
  };
}

function givenUp(deliveries: Deliveries, orgId: string): (subscription: Org['subscriptions'][number]) => boolean {
  const lost = deliveries.log().filter((record) => record.outcome === 'gave-up' && record.tenant === orgId);
  return ({ event, createdAt }) => lost.some((record) => record.topic === event && record.at >= createdAt);
}

/** The signature is over the raw body. The legacy header is one of its own, not another spelling (haravan.md §3.2, §9). */
function signatureHeaders({ signatureHeader }: Modes, signature: string): Record<string, string> {
  return {
    ...(signatureHeader === 'legacy' ? {} : { 'X-Haravan-Hmacsha256': signature }),
    ...(signatureHeader === 'current' ? {} : { 'X-Haravan-Hmac-Sha256': signature }),
  };
}
