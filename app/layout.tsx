import './theme/page.css';
import { AntdRegistry } from '@ant-design/nextjs-registry';
import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DEFAULT_LOCALE, isLocale } from './i18n/locales';
import { fontClass } from './theme/font';
import { ThemeProvider } from './theme/theme-provider';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app');
  return { title: t('title'), referrer: 'strict-origin-when-cross-origin' };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: Readonly<{ children: ReactNode }>) {
  const locale = await getLocale();
  return (
    <html lang={locale} className={fontClass}>
      <body>
        <NextIntlClientProvider>
          <AntdRegistry>
            <ThemeProvider locale={isLocale(locale) ? locale : DEFAULT_LOCALE}>{children}</ThemeProvider>
          </AntdRegistry>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
