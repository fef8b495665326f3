/** Stock of one SKU at one Lazada warehouse: total = sellable + withheld + occupied (lazada.md §6.3, §8). */
export type LazadaWarehouseStock = {
  warehouseCode: string;
  total: number;
  sellable: number;
  /** Paid and not yet handed over. */
  occupied: number;
  /** Ordered and unpaid, released after 30 minutes. */
  withheld: number;
};

/** Units locked for a campaign; they are part of `sellable`. */
export type LazadaCampaignLock = { channelName: string; sellable: number; startsAt?: Date; endsAt?: Date };

/** One SKU of an item: Lazada's sellable thing, keyed by itemId + skuId. */
export type LazadaSku = {
  skuId: string;
  /** Not trimmed and not normalized: exactly what Lazada holds; '' when the seller left it empty. */
  sellerSku: string;
  shopSku?: string;
  /** Lower case: `active`, `inactive`, `deleted`. */
  status?: string;
  /** Whole đồng. */
  price?: number;
  /** Absent when none is set (Lazada sends 0). */
  specialPrice?: number;
  specialFrom?: Date;
  specialTo?: Date;
  /** What buyers can buy now (`Available`, else `quantity`). */
  sellable?: number;
  images: string[];
  url?: string;
  /** e.g. `{ color_family: 'Black', size: 'M' }`. */
  saleProperties: Record<string, string>;
  warehouses: LazadaWarehouseStock[];
  campaignLocks: LazadaCampaignLock[];
  /** Lazada keeps the goods (FBL): the seller's stock is not what is sold. */
  isFulfilledByLazada: boolean;
};

/** A Lazada product with its SKUs. */
export type LazadaItem = {
  itemId: string;
  name?: string;
  /** As sent: `Active`, `InActive`, `Pending QC`, `Suspended`, `Deleted`. */
  status?: string;
  /** `Lock`, `Reject`, `Live_Reject`, `Admin`. */
  subStatus?: string;
  createdAt?: Date;
  updatedAt?: Date;
  images: string[];
  skus: LazadaSku[];
};
