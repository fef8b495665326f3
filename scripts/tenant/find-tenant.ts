import type { Connection, TenantRow } from './tenant-connection';

/** `SHOP` is the handle, with or without `.myharavan.com`, in whatever case. @throws Error that lists the shops there are */
export async function findTenant({ merchants }: Connection, shop: string): Promise<TenantRow> {
  const handle = shop.toLowerCase().replace(/\.myharavan\.com$/, '');
  const all = await merchants();
  const found = all.find((merchant) => merchant.shop.toLowerCase() === handle);
  if (found) return found;
  const known = all.map((merchant) => merchant.shop).join(', ') || 'none';
  throw new Error(`No merchant with the shop ${JSON.stringify(shop)}. There are: ${known}.`);
}
