/** Vietnamese first, English second (spec R6.1). */
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'vi';
export const LOCALE_COOKIE = 'channel-locale';
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

export const isLocale = (value: string | undefined): value is Locale => LOCALES.some((locale) => locale === value);
