/** Tabs of Sản phẩm. Apart from the query, so that the browser's bundle does not carry it. */
export const PRODUCT_TABS = ['all', 'synced', 'waiting', 'issue'] as const;
export type ProductTab = (typeof PRODUCT_TABS)[number];
