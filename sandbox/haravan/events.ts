import { createHmac } from 'node:crypto';
import type { Deliveries } from '../core/deliveries';
import type { DeliveryRecord } from '../core/delivery-log';
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
  const losses = watchLosses(deliveries);
  const subscriptions = (org: Org) => {
    if (org.subscriptions.length === 0) return org.subscriptions;
    const gone = losses().filter(({ tenant }) => tenant === org.orgId);
    if (gone.length === 0) return org.subscriptions;
    const isGone = ({ event, createdAt }: Org['subscriptions'][number]) =>
      gone.some(({ topic, at }) => topic === event && at >= createdAt);
    org.subscriptions = org.subscriptions.filter((subscription) => !isGone(subscription));
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

/** Deliveries that were given up. Each record of the log is looked at once: events are many, and the log is long. */
function watchLosses(deliveries: Deliveries): () => readonly DeliveryRecord[] {
  let [log, seen]: [readonly DeliveryRecord[], number] = [[], 0];
  let lost: DeliveryRecord[] = [];
  return () => {
    const now = deliveries.log();
    if (now !== log) [log, seen, lost] = [now, 0, []];
    for (const record of log.slice(seen)) if (record.outcome === 'gave-up') lost.push(record);
    seen = log.length;
    return lost;
  };
}

/** The signature is over the raw body. The legacy header is one of its own, not another spelling (haravan.md §3.2, §9). */
function signatureHeaders({ signatureHeader }: Modes, signature: string): Record<string, string> {
  return {
    ...(signatureHeader === 'legacy' ? {} : { 'X-Haravan-Hmacsha256': signature }),
    ...(signatureHeader === 'current' ? {} : { 'X-Haravan-Hmac-Sha256': signature }),
  };
}
