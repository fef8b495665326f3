import { z } from 'zod';
import type { Endpoint, SellerCall } from '../endpoint';
import type { Package } from '../entities';
import { canBecome, type ItemStatus } from '../item-states';
import { contentsOf, markReadyToShip, repackItems } from '../orders/packing';
import { elementVerdict, type FulfillmentError } from './fulfillment-codes';
import { checkBatch, readRequest, resultOf } from './fulfillment-result';

const packagesRequest = z.object({ packages: z.array(z.object({ package_id: z.string() })) });

/** lazada.md §11.1: `success` says the batch was understood, each element says for itself how it went. */
export const packageEndpoints: Endpoint[] = [
  {
    path: '/order/package/rts',
    access: 'seller',
    handle: resultOf((call) => eachPackage(call, 'readyToShipReq', 'ready_to_ship', markReadyToShip)),
  },
  {
    path: '/order/package/repack',
    access: 'seller',
    handle: resultOf((call) => eachPackage(call, 'rePackReq', 'repacked', repackItems)),
  },
];

function eachPackage(call: SellerCall, param: string, to: ItemStatus, act: typeof markReadyToShip): object {
  const { packages } = readRequest(call.params, param, packagesRequest);
  checkBatch(packages);
  return {
    packages: packages.map(({ package_id }) => {
      const parcel = call.seller.packages.get(package_id);
      const error = obstacle(call, parcel, to);
      if (parcel && !error) act(call.platform, call.seller, parcel);
      return { package_id, ...elementVerdict(error) };
    }),
  };
}

function obstacle({ seller }: SellerCall, parcel: Package | undefined, to: ItemStatus): FulfillmentError | undefined {
  if (!parcel || parcel.state === 'dissolved') return 'PACKAGE_NOT_FOUND';
  if (parcel.state === 'canceled') return 'PACKAGE_CANCELED';
  const ready = contentsOf(seller, parcel).items.every((item) => canBecome(item.status, to));
  return ready ? undefined : 'PACKAGE_STATUS_NOT_ALLOW_TO_OP';
}
