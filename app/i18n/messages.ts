import enApp from '../messages/en/app.json';
import enBanner from '../messages/en/banner.json';
import enNav from '../messages/en/nav.json';
import viApp from '../messages/vi/app.json';
import viBanner from '../messages/vi/banner.json';
import viNav from '../messages/vi/nav.json';
import type { Locale } from './locales';

/** One file per screen and language; the type of the Vietnamese set is what the others must have. */
const vi = { app: viApp, banner: viBanner, nav: viNav };
export type Messages = typeof vi;
const en: Messages = { app: enApp, banner: enBanner, nav: enNav };

export const messagesOf = (locale: Locale): Messages => ({ vi, en })[locale];
