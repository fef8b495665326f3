import type { LazadaAuth } from './lazada-auth';

/** `/seller/get` (lazada.md §5.1). */
export type LazadaSeller = {
  sellerId: string;
  name: string;
  companyName?: string;
  shortCode?: string;
  email?: string;
  logoUrl?: string;
  /** Free text such as `Hà Nội (Mới)`; not a country code. */
  location?: string;
  /** `ACTIVE`, `INACTIVE` or `DELETED`. */
  status?: string;
  isVerified: boolean;
  isCrossBorder: boolean;
};

/** `/seller/warehouse/get` (lazada.md §5.2): more than one means a multi-warehouse seller. */
export type LazadaWarehouse = { code: string; name?: string; isDefault: boolean; status?: string };

export type LazadaSellerApi = {
  getSeller(auth: LazadaAuth): Promise<LazadaSeller>;
  listWarehouses(auth: LazadaAuth): Promise<LazadaWarehouse[]>;
};
