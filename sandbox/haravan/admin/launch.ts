import { createHmac } from 'node:crypto';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';

/** How the admin opens the app: parameters in this order, not sorted, signed in lower-case hex (haravan.md §1.8). */
export function launchUrl({ app, clock }: Platform, org: Org): string {
  const timestamp = Math.floor(clock.now() / 1000);
  const query = `shop=${shopDomain(org)}&orgid=${org.orgId}&timestamp=${timestamp}`;
  const hmac = createHmac('sha256', app.clientSecret).update(query, 'utf8').digest('hex');
  return `${app.url}/?${query}&hmac=${hmac}`;
}

export function installUrl({ app }: Platform, org: Org): string {
  return `${app.url}/install?shop=${shopDomain(org)}&orgid=${org.orgId}`;
}

export const shopDomain = (org: Org): string => `${org.shop}.myharavan.com`;
