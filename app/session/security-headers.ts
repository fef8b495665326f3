const HARAVAN_HOSTS = /\.myharavan\.com$/;

/** Sites that may frame the app, from HARAVAN_ADMIN_URL: `{shop}` in the host stands for every shop (haravan.md §1.3). */
export function frameAncestors(adminUrl: string): string[] {
  const { origin, hostname } = new URL(adminUrl.replaceAll('{shop}', 'any-shop'));
  const everyShop = adminUrl.split('/')[2]?.includes('{shop}') ? origin.replace('any-shop', '*') : origin;
  return HARAVAN_HOSTS.test(hostname) ? [everyShop, 'https://admin.haravan.com'] : [everyShop];
}

type PolicyFacts = { nonce: string; adminUrl: string; isDevelopment: boolean };

/**
 * Ant Design writes styles into the page, hence 'unsafe-inline' for styles only; scripts need the nonce of this answer.
 * A form may lead on to the admin, because browsers hold form-action against redirects too.
 */
export function contentSecurityPolicy({ nonce, adminUrl, isDevelopment }: PolicyFacts): string {
  const admins = frameAncestors(adminUrl).join(' ');
  const directives = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': `'self' data: blob: https: ${admins}`,
    'font-src': "'self' data:",
    'connect-src': `'self'${isDevelopment ? ' ws:' : ''}`,
    'frame-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': `'self' ${admins}`,
    'frame-ancestors': admins,
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
