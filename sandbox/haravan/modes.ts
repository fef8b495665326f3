import { TOPICS, type Topic } from './topics';

export type CarrierStatusHost = 'shop' | 'api';

/** Where sources disagree or say nothing, the simulator can be either way (haravan.md §9). */
export type Modes = {
  /** The answer for a record that does not exist (§2.2). */
  missingIs: 404 | 422;
  /** Hosts on which carrier_status and cod_status exist (§2.20). */
  carrierStatusOn: readonly CarrierStatusHost[];
  /** Carrier status `cancel` or `return` puts the goods back on the shelf. */
  restockOnCarrierCancel: boolean;
  /** Orders of variants with policy `deny` need stock. */
  refuseOutOfStock: boolean;
  /** What `set` of adjustorset overwrites (§2.11). */
  adjustSets: 'onhand' | 'available';
  /** Orders that a list shows without `status` (§2.15). */
  defaultOrderStatus: 'open' | 'any';
  /** `name` sent with a new order is kept; else Haravan numbers it (§2.14). */
  keepsOrderName: boolean;
  /** An unpaid order that is canceled becomes `voided`; the examples keep it `pending` (§2.18). */
  voidsUnpaid: boolean;
  /** Which of the two spellings answers use (§2.14). */
  partiallyPaid: 'partiallypaid' | 'partially_paid';
  /** Lists whose date filters compare local time: seen on orders only (§2.3). */
  localTimeOn: 'orders' | 'all';
  /** Rows per page of everything but inventory_locations (§2.3). */
  pageCap: number;
  /** Life of an access token from `grant_service`; null: no `expires_in`, and it never ends (§1.6). */
  serviceTokenSeconds: number | null;
  /** A refresh gives a new refresh token and ends the old one (§1.6). */
  rotatesRefresh: boolean;
  /** A refresh token is given only for `offline_access` (§9). */
  refreshNeedsOffline: boolean;
  /** Money as a number, or as a text with four places (§2.1). */
  money: 'number' | 'text';
  /** The signature's header: the present one, the legacy one, or both (§3.2). */
  signatureHeader: 'current' | 'legacy' | 'both';
  /** The topic's name of an uninstall, as met in the wild (§3.4). */
  uninstallTopic: 'app/uninstalled' | 'apps/uninstalled' | 'app_uninstall_webhook';
  /** Ticked for the app at the partner site (§3.1). */
  topics: readonly Topic[];
  /** Resources that throttle earlier than the general bucket: calls per second of paths that match (§4). */
  tightPaths: { path: string; perSecond: number }[];
  /** Events appear so much later: they are documented as not real-time (§2.24). */
  eventLagMs: number;
  /** The admin answers an app that asks for a session token (§1.10). */
  sessionTokens: boolean;
};

export const NORMAL_MODES: Modes = {
  missingIs: 404,
  carrierStatusOn: ['shop', 'api'],
  restockOnCarrierCancel: false,
  refuseOutOfStock: false,
  adjustSets: 'onhand',
  defaultOrderStatus: 'open',
  keepsOrderName: true,
  voidsUnpaid: false,
  partiallyPaid: 'partiallypaid',
  localTimeOn: 'orders',
  pageCap: 50,
  serviceTokenSeconds: 30 * 86_400,
  rotatesRefresh: true,
  refreshNeedsOffline: true,
  money: 'number',
  signatureHeader: 'current',
  uninstallTopic: 'app/uninstalled',
  topics: TOPICS,
  tightPaths: [],
  eventLagMs: 0,
  sessionTokens: true,
};
