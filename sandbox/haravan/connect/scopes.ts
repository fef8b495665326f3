/** Who is signed in (haravan.md §1.4). */
const LOGIN_SCOPES = ['openid', 'profile', 'email', 'org', 'userinfo', 'address', 'phone', 'offline_access'];

/** Only the shop's owner can grant these. */
const OWNER_SCOPES = ['grant_service', 'wh_api'];

const RESOURCE_SCOPES = [
  ...['products', 'orders', 'customers', 'inventories', 'shippings', 'discounts'].flatMap((area) => [
    `com.read_${area}`,
    `com.write_${area}`,
  ]),
  'com.read_shop',
  ...['contents', 'themes', 'script_tags'].flatMap((area) => [`web.read_${area}`, `web.write_${area}`]),
];

export const ALL_SCOPES: readonly string[] = [...LOGIN_SCOPES, ...OWNER_SCOPES, ...RESOURCE_SCOPES];

export const isKnownScope = (scope: string): boolean => ALL_SCOPES.includes(scope);
export const needsOwner = (scopes: readonly string[]): boolean => scopes.some((scope) => OWNER_SCOPES.includes(scope));
export const needsConsent = (scopes: readonly string[]): boolean =>
  scopes.some((scope) => !LOGIN_SCOPES.includes(scope));

/** What a sales channel asks for at its installation. */
export const CHANNEL_SCOPES: readonly string[] = [
  ...['openid', 'profile', 'email', 'org', 'userinfo', 'offline_access', 'grant_service', 'wh_api', 'com.read_shop'],
  ...['products', 'orders', 'customers', 'inventories'].flatMap((area) => [`com.read_${area}`, `com.write_${area}`]),
];

const AREA_NAMES: Record<string, string> = {
  products: 'sản phẩm',
  orders: 'đơn hàng',
  customers: 'khách hàng',
  inventories: 'tồn kho',
  shippings: 'vận chuyển',
  shop: 'thông tin cửa hàng',
};

/** What the consent page says of a scope. */
export function describeScope(scope: string): string {
  if (scope === 'grant_service') return 'Cài đặt ứng dụng vào cửa hàng';
  if (scope === 'wh_api') return 'Nhận thông báo khi dữ liệu thay đổi';
  const [, access, area = ''] = /^(?:com|web)\.(read|write)_(\w+)$/.exec(scope) ?? [];
  return `${access === 'write' ? 'Cập nhật' : 'Xem'} ${AREA_NAMES[area] ?? area}`;
}
