import { z } from 'zod';
import type { SellerCall } from '../endpoint';
import type { Package } from '../entities';
import { canItemBecome, type ItemStatus } from '../item-states';
import { contentsOf, type markReadyToShip } from '../orders/packing';
import { elementVerdict, type FulfillmentError } from './fulfillment-codes';
import { checkBatch, readRequest } from './fulfillment-result';

const packagesRequest = z.object({ packages: z.array(z.object({ package_id: z.string() })) });

export type PackageStep = {
  /** Name of the parameter that carries the JSON text. */
  param: string;
  to: ItemStatus;
  act: typeof markReadyToShip;
  /** What else may forbid it. */
  forbids?: (call: SellerCall, parcel: Package) => FulfillmentError | undefined;
};

/** One step for up to 20 packages, each with its own verdict (lazada.md §11.1). */
export function eachPackage(call: SellerCall, step: PackageStep): object {
  const { packages } = readRequest(call.params, step.param, packagesRequest);
  checkBatch(packages);
  return {
    packages: packages.map(({ package_id }, index) => {
      const parcel = call.seller.packages.get(package_id);
      const error = call.spoils(index) ? 'GET_LOCK_FAILED' : obstacle(call, parcel, step);
      if (parcel && !error) step.act(call.platform, call.seller, parcel);
      return { package_id, ...elementVerdict(error) };
    }),
  };
}

function obstacle(call: SellerCall, parcel: Package | undefined, step: PackageStep): FulfillmentError | undefined {
  if (!parcel || parcel.state === 'dissolved') return 'PACKAGE_NOT_FOUND';
  if (parcel.state === 'canceled') return 'PACKAGE_CANCELED';
  const forbidden = step.forbids?.(call, parcel);
  if (forbidden) return forbidden;
  const ready = contentsOf(call.seller, parcel).items.every((item) => canItemBecome(item, step.to));
  return ready ? undefined : 'PACKAGE_STATUS_NOT_ALLOW_TO_OP';
}
