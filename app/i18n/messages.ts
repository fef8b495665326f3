import enApp from '../messages/en/app.json';
import enBackfill from '../messages/en/backfill.json';
import enBanner from '../messages/en/banner.json';
import enConnect from '../messages/en/connect.json';
import enFind from '../messages/en/find.json';
import enIssueCodes from '../messages/en/issueCodes.json';
import enIssues from '../messages/en/issues.json';
import enNav from '../messages/en/nav.json';
import enOrder from '../messages/en/order.json';
import enOrders from '../messages/en/orders.json';
import enOrderStatus from '../messages/en/orderStatus.json';
import enOverview from '../messages/en/overview.json';
import enProducts from '../messages/en/products.json';
import enSettings from '../messages/en/settings.json';
import enTrail from '../messages/en/trail.json';
import viApp from '../messages/vi/app.json';
import viBackfill from '../messages/vi/backfill.json';
import viBanner from '../messages/vi/banner.json';
import viConnect from '../messages/vi/connect.json';
import viFind from '../messages/vi/find.json';
import viIssueCodes from '../messages/vi/issueCodes.json';
import viIssues from '../messages/vi/issues.json';
import viNav from '../messages/vi/nav.json';
import viOrder from '../messages/vi/order.json';
import viOrders from '../messages/vi/orders.json';
import viOrderStatus from '../messages/vi/orderStatus.json';
import viOverview from '../messages/vi/overview.json';
import viProducts from '../messages/vi/products.json';
import viSettings from '../messages/vi/settings.json';
import viTrail from '../messages/vi/trail.json';
import type { Locale } from './locales';

/** One file per screen and language; the type of the Vietnamese set is what the others must have. */
const vi = {
  app: viApp,
  backfill: viBackfill,
  banner: viBanner,
  connect: viConnect,
  find: viFind,
  issueCodes: viIssueCodes,
  issues: viIssues,
  nav: viNav,
  order: viOrder,
  orders: viOrders,
  orderStatus: viOrderStatus,
  overview: viOverview,
  products: viProducts,
  settings: viSettings,
  trail: viTrail,
};
export type Messages = typeof vi;
const en: Messages = {
  app: enApp,
  backfill: enBackfill,
  banner: enBanner,
  connect: enConnect,
  find: enFind,
  issueCodes: enIssueCodes,
  issues: enIssues,
  nav: enNav,
  order: enOrder,
  orders: enOrders,
  orderStatus: enOrderStatus,
  overview: enOverview,
  products: enProducts,
  settings: enSettings,
  trail: enTrail,
};

export const messagesOf = (locale: Locale): Messages => ({ vi, en })[locale];
