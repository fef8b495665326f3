/** Where the host frames this app: a sales channel has a path of its own (haravan.md §1.9). `shop` is the handle. */
export function embeddedUrl(adminUrl: string, shop: string, clientId: string): string {
  return `${adminUrl.replace('{shop}', shop)}/adminv2/sale_channels/apps/${clientId}`;
}
