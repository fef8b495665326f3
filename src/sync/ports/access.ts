/** Authorization for one call on a platform. `beforeCall` refuses when the connection has ended in the meantime (R5.1). */
export type LazadaAccess = {
  accessToken: string;
  sellerId: string;
  priority?: 'interactive' | 'background';
  beforeCall?: () => Promise<void>;
};
export type HaravanAccess = {
  accessToken: string;
  orgId: string;
  shop: string;
  priority?: 'interactive' | 'background';
  beforeCall?: () => Promise<void>;
};

/** A connection's settings and state, as use-cases see it. */
export type ConnectionView = {
  id: string;
  merchantId: string;
  sellerId: string;
  shopName: string;
  status: 'active' | 'expired' | 'disconnected';
  pushPrice: boolean;
  pushQuantity: boolean;
  orderProcessing: 'lazada' | 'haravan';
  /** Empty = Kho tổng. */
  stockLocationIds: readonly string[];
  /** null = Kho tổng: no location is sent, Haravan's default takes the order. */
  orderLocationId: string | null;
  stockPercent: number;
  safetyStock: number;
  maxQuantity: number | null;
  /** What becomes of units that are not sold after all (spec R10.13). */
  restockOnCancel: boolean;
  restockReturns: boolean;
  ordersFeedAt: Date | null;
  ordersCursor: Date | null;
  importFrom: Date | null;
  connectedAt: Date;
};

/** Access ended (expired, disconnected, uninstalled): the wish waits, nothing is lost (R1.4). */
export class AccessEnded extends Error {
  constructor(readonly why: 'expired' | 'disconnected' | 'uninstalled') {
    super(`access has ended: ${why}`);
    this.name = 'AccessEnded';
  }
}

export type AccessStore = {
  /** @throws AccessEnded */
  haravan(merchantId: string): Promise<HaravanAccess>;
  /** @throws AccessEnded */
  lazada(merchantId: string, connectionId: string): Promise<LazadaAccess>;
  /** The connection, whatever its status; null when it is not this merchant's. */
  connection(merchantId: string, connectionId: string): Promise<ConnectionView | null>;
  /** Every connection of the merchant that ever sold and has not been forgotten, disconnected ones included. */
  connections(merchantId: string): Promise<ConnectionView[]>;
};

/** The merchant has no such connection, or it is somebody else's (spec R7.1). */
export class NoSuchConnection extends Error {
  constructor() {
    super('this merchant has no such connection');
    this.name = 'NoSuchConnection';
  }
}
