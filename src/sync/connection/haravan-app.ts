/** Step 1 of the install: who is it, and of which organization (haravan.md §1.4). */
export const LOGIN_SCOPE = 'openid profile email org userinfo';

/**
 * Step 2, only for the owner. `grant_service` makes the token long-lived and lists the app, `wh_api` allows webhooks,
 * `offline_access` gives a refresh token. Products are read only: the app never creates one (spec R2.1).
 */
export const INSTALL_SCOPE = [
  LOGIN_SCOPE,
  'grant_service offline_access wh_api com.read_shop com.read_products com.read_inventories',
  'com.read_customers com.write_customers com.read_orders com.write_orders',
].join(' ');

/** The owner's role contains it (haravan.md §1.5). */
export const OWNER_ROLE = 'admin';

export const LOGIN_PATH = '/install/login';
export const GRANT_PATH = '/install/grandservice';
export const LAZADA_CALLBACK_PATH = '/connect/lazada/callback';
