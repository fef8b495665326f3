import { actionBattery } from './action-battery';
import { catalogBattery } from './catalog-battery';
import { connectionBattery } from './connection-battery';
import { dueTurnsBattery } from './due-turns-battery';
import { inboxBattery } from './inbox-battery';
import { issueBattery } from './issue-battery';
import { leaseBattery } from './lease-battery';
import { listingBattery } from './listing-battery';
import { matchBattery } from './match-battery';
import { orderBattery } from './order-battery';
import { pushBattery } from './push-battery';
import { settingsBattery } from './settings-battery';
import type { GivenWorld } from './port-world';

/** What every port promises, whatever is behind it (design §3 rule 9: fakes pass the same battery as what they stand for). */
export function everyPort(given: GivenWorld): void {
  actionBattery(given);
  catalogBattery(given);
  connectionBattery(given);
  dueTurnsBattery(given);
  inboxBattery(given);
  issueBattery(given);
  leaseBattery(given);
  listingBattery(given);
  matchBattery(given);
  orderBattery(given);
  pushBattery(given);
  settingsBattery(given);
}
