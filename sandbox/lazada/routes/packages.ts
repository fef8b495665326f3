import type { Endpoint } from '../endpoint';
import { markReadyToShip, repackItems } from '../orders/packing';
import { resultOf } from './fulfillment-result';
import { eachPackage, type PackageStep } from './package-batch';

const READY: PackageStep = { param: 'readyToShipReq', to: 'ready_to_ship', act: markReadyToShip };
const REPACK: PackageStep = { param: 'rePackReq', to: 'repacked', act: repackItems };

/** lazada.md §11.1: `success` says the batch was understood, each element says for itself how it went. */
export const packageEndpoints: Endpoint[] = [
  { path: '/order/package/rts', access: 'seller', handle: resultOf((call) => eachPackage(call, READY)) },
  { path: '/order/package/repack', access: 'seller', handle: resultOf((call) => eachPackage(call, REPACK)) },
];
