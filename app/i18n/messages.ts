import enApp from '../messages/en/app.json';
import enBanner from '../messages/en/banner.json';
import enConnect from '../messages/en/connect.json';
import enIssueCodes from '../messages/en/issueCodes.json';
import enIssues from '../messages/en/issues.json';
import enNav from '../messages/en/nav.json';
import enOverview from '../messages/en/overview.json';
import enProducts from '../messages/en/products.json';
import enTrail from '../messages/en/trail.json';
import viApp from '../messages/vi/app.json';
import viBanner from '../messages/vi/banner.json';
import viConnect from '../messages/vi/connect.json';
import viIssueCodes from '../messages/vi/issueCodes.json';
import viIssues from '../messages/vi/issues.json';
import viNav from '../messages/vi/nav.json';
import viOverview from '../messages/vi/overview.json';
import viProducts from '../messages/vi/products.json';
import viTrail from '../messages/vi/trail.json';
import type { Locale } from './locales';

/** One file per screen and language; the type of the Vietnamese set is what the others must have. */
const vi = {
  app: viApp,
  banner: viBanner,
  connect: viConnect,
  issueCodes: viIssueCodes,
  issues: viIssues,
  nav: viNav,
  overview: viOverview,
  products: viProducts,
  trail: viTrail,
};
export type Messages = typeof vi;
const en: Messages = {
  app: enApp,
  banner: enBanner,
  connect: enConnect,
  issueCodes: enIssueCodes,
  issues: enIssues,
  nav: enNav,
  overview: enOverview,
  products: enProducts,
  trail: enTrail,
};

export const messagesOf = (locale: Locale): Messages => ({ vi, en })[locale];
