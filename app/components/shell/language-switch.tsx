'use client';

import { Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { LOCALE_COOKIE } from '@/app/i18n/locales';

const YEAR_SECONDS = 365 * 24 * 3600;

/** Partitioned: inside the admin's frame a plain cookie would be refused. */
const remember = (locale: string) => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; SameSite=None; Secure; Partitioned`;
};

export function LanguageSwitch() {
  const router = useRouter();
  const next = useLocale() === 'vi' ? 'en' : 'vi';
  const label = next === 'en' ? 'English' : 'Tiếng Việt';
  const change = () => {
    remember(next);
    router.refresh();
  };
  return (
    <Button type="text" onClick={change} lang={next} aria-label={label}>
      {next === 'en' ? 'EN' : 'VI'}
    </Button>
  );
}
