import { catalogBattery } from './catalog-battery';
import { leaseBattery } from './lease-battery';
import { listingBattery } from './listing-battery';
import { matchBattery } from './match-battery';
import type { GivenWorld } from './port-world';
import { pushBattery } from './push-battery';

/** What every port promises, whatever is behind it (design §3 rule 9: fakes pass the same battery as what they stand for). */
export function everyPort(given: GivenWorld): void {
  leaseBattery(given);
  catalogBattery(given);
  listingBattery(given);
  matchBattery(given);
  pushBattery(given);
}
