import type { AccessFacts } from '@/src/domain/connection/deadlines';
import type { ConnectionState } from '@/src/domain/connection/lifecycle';
import type { Fence } from './turn';

/** One installation in a Haravan organization: a tenant. */
export type MerchantView = {
  id: string;
  orgId: string;
  /** Handle, without `.myharavan.com`. */
  shop: string;
  name: string;
  status: 'installed' | 'uninstalled';
  tokenState: 'active' | 'expired';
  accessExpiresAt: Date | null;
  /** When to renew in the background; null: never. */
  accessRenewAt: Date | null;
  installedAt: Date;
  webhooksCheckAt: Date;
};

/** `expiresAt` null: the answer named no end, so the token lives until it is refused (haravan.md §1.6). */
export type HaravanTokens = { accessToken: string; refreshToken: string | null; expiresAt: Date | null; scope: string };

export type MerchantStore = {
  byOrg(orgId: string): Promise<MerchantView | null>;
  find(merchantId: string): Promise<MerchantView | null>;
  /** Creates the merchant of this organization, or revives it: there is only ever one. */
  install(shop: { orgId: string; shop: string; name: string }, tokens: HaravanTokens, at: Date): Promise<MerchantView>;
  saveShop(merchantId: string, shop: { shop?: string; name: string }): Promise<void>;
  refreshToken(merchantId: string): Promise<string | null>;
  saveTokens(merchantId: string, tokens: HaravanTokens, at: Date, fence?: Fence): Promise<void>;
  /** Access was refused: renew at once when that is possible, else it has expired. */
  accessRefused(merchantId: string, at: Date): Promise<void>;
  expire(merchantId: string, fence?: Fence): Promise<void>;
  webhooksChecked(merchantId: string, check: { okAt: Date | null; nextAt: Date }, fence?: Fence): Promise<void>;
  /** Status first, tokens forgotten, every connection ended; answers the connections that were live. */
  uninstall(merchantId: string, at: Date): Promise<string[]>;
};

/** Both tokens and both ends belong together and are stored together (lazada.md §2.6). */
export type LazadaTokens = {
  accessToken: string;
  refreshToken: string;
  accessExpiresAt: Date;
  refreshExpiresAt: Date | null;
  refreshSupported: boolean;
};

export type SellerIdentity = {
  sellerId: string;
  shopName: string;
  shortCode: string;
  account: string;
  country: string;
};

export type ConnectionSummary = { connectionId: string; sellerId: string; shopName: string; state: ConnectionState };

export type RenewalState = AccessFacts & {
  state: ConnectionState;
  renewAt: Date | null;
  attempts: number;
  refreshToken: string | null;
};

export type ConnectionStore = {
  list(merchantId: string): Promise<ConnectionSummary[]>;
  /** Whether a merchant other than this one holds the seller in a connection that has not ended (R1.3). */
  heldByOther(merchantId: string, sellerId: string): Promise<boolean>;
  /** 'seller_taken': another merchant was faster; the unique index decides. */
  create(merchantId: string, seller: SellerIdentity, grant: Grant): Promise<{ connectionId: string } | 'seller_taken'>;
  resume(
    merchantId: string,
    connectionId: string,
    seller: SellerIdentity,
    grant: Grant,
  ): Promise<'done' | 'seller_taken'>;
  renewal(merchantId: string, connectionId: string): Promise<RenewalState | null>;
  /** Takes this renewal for itself by moving `renewAt` from `seen` to `until`; false: somebody else has it. */
  claimRenewal(merchantId: string, connectionId: string, seen: Date, until: Date, fence: Fence): Promise<boolean>;
  saveTokens(merchantId: string, connectionId: string, renewed: Renewed, fence: Fence): Promise<void>;
  refreshUnsupported(merchantId: string, connectionId: string, renewAt: Date, fence: Fence): Promise<void>;
  expire(merchantId: string, connectionId: string, reason: string, fence?: Fence): Promise<void>;
  /** A platform refused the access, or said that it ends soon: renew now, but not twice in a minute. */
  wishRenewal(merchantId: string, connectionId: string, at: Date): Promise<void>;
  saveShopName(merchantId: string, connectionId: string, shopName: string): Promise<void>;
  /** Status first, tokens forgotten. False: there was nothing to end. */
  disconnect(merchantId: string, connectionId: string, at: Date): Promise<boolean>;
  /** Whether a turn of this connection is running anywhere. */
  isBusy(merchantId: string, connectionId: string): Promise<boolean>;
};

export type Grant = { tokens: LazadaTokens; renewAt: Date; at: Date };
export type Renewed = { tokens: LazadaTokens; renewAt: Date; at: Date };

/** What a reconciliation needs of a connection (R8.3). */
export type ReconcileStore = {
  /** When the next one is due; null: the connection is not active. */
  dueAt(merchantId: string, connectionId: string): Promise<Date | null>;
  /** Whether Haravan's catalog was read since then, or is being read: it is one for all the merchant's shops. */
  catalogReadSince(merchantId: string, since: Date): Promise<boolean>;
  /** Starts one: lets the order feed read again from `ordersFrom`, forgets differences found long ago. */
  start(
    merchantId: string,
    connectionId: string,
    at: Date,
    nextAt: Date,
    ordersFrom: Date,
    fence: Fence,
  ): Promise<void>;
};
