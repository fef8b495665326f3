import { ControlRefusal } from '../control-refusal';
import type { Platform } from '../platform';
import { sellerOf } from './find';

/** The console's view of deliveries: Lazada stops pushing to a URL that fails too often (lazada.md §14.1). */
export type PushSwitches = { resumePushes(): void; pushesStopped(): boolean };

export type PushControl = PushSwitches & {
  verifyPush(): void;
  /** Any message to the app, in its signed envelope: undocumented types, malformed data. */
  sendPush(request: { sellerId: string; type: number; data?: unknown }): void;
  /** A carrier's event of lazada.md §10.3 (push type 14); it changes no status. */
  sendPackageEvent(request: { sellerId: string; packageId: string; status: string }): void;
};

export function createPushControl(platform: Platform, switches: PushSwitches): PushControl {
  return {
    ...switches,
    verifyPush: () => platform.pushes.verify(),
    sendPush: ({ sellerId, type, data }) => platform.pushes.other(sellerOf(platform, sellerId).sellerId, type, data),
    sendPackageEvent({ sellerId, packageId, status }) {
      const seller = sellerOf(platform, sellerId);
      const parcel = seller.packages.get(packageId);
      const order = parcel && seller.orders.get(parcel.orderId);
      if (!parcel || !order) throw new ControlRefusal(404, `no package ${packageId} in this shop`);
      platform.pushes.fulfillment(seller, order, parcel, status);
    },
  };
}
