import type { Deliveries } from '../../core/deliveries';
import type { Faults } from '../../core/faults';
import type { LazadaControl } from '../control/lazada-control';
import type { Platform } from '../platform';

/** What the pages read (`platform`) and what their buttons press: the functions that tests press too. */
export type Face = { platform: Platform; control: LazadaControl; faults: Faults; deliveries: Deliveries };
