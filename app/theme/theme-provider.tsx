'use client';

import { DownOutlined } from '@ant-design/icons';
import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import viVN from 'antd/locale/vi_VN';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import { type ReactNode, useEffect, useState } from 'react';
import type { Locale } from '@/app/i18n/locales';
import { darkComponents, darkToken, lightToken, token } from './tokens';

/** What is said for some seconds must not lie over the menu. */
const BELOW_MENU = { top: 64 };
/** Ant Design's own arrow names itself in English, whatever the locale. */
const UNNAMED_ARROW = <DownOutlined aria-hidden aria-label={undefined} />;
const DARK = '(prefers-color-scheme: dark)';

/** Follows the system; the server draws light, since it cannot know. */
function usePrefersDark(): boolean {
  const [dark, setDark] = useState(false);
  useEffect(() => {
    const query = window.matchMedia(DARK);
    const update = () => setDark(query.matches);
    update();
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, []);
  return dark;
}

export function ThemeProvider({ locale, children }: Readonly<{ locale: Locale; children: ReactNode }>) {
  const dark = usePrefersDark();
  dayjs.locale(locale);
  return (
    <ConfigProvider
      locale={locale === 'vi' ? viVN : enUS}
      button={{ autoInsertSpace: false }}
      select={{ suffixIcon: UNNAMED_ARROW }}
      theme={{
        // A name each: under one name the light values of what was drawn first stay beside the dark ones, and may win.
        cssVar: { key: dark ? 'channel-dark' : 'channel-light' },
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: { ...token, ...(dark ? darkToken : lightToken) },
        components: dark ? darkComponents : {},
      }}
    >
      <App message={BELOW_MENU}>{children}</App>
    </ConfigProvider>
  );
}
