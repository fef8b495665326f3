'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { formatCount } from '@/app/format/money';
import styles from './shell.module.css';

const ENTRIES = [
  { key: 'overview', path: '/' },
  { key: 'products', path: '/products' },
  { key: 'orders', path: '/orders' },
  { key: 'issues', path: '/issues' },
  { key: 'settings', path: '/settings' },
] as const;

const isCurrent = (path: string, entry: string): boolean => (entry === '/' ? path === '/' : path.startsWith(entry));

/** The app's menu. The host's own menu stands beside the frame, so ours is a strip on top at every width. */
export function AppNav({ openIssues, extra }: Readonly<{ openIssues: number; extra?: ReactNode }>) {
  const t = useTranslations('nav');
  const path = usePathname();
  const shop = useSearchParams().get('shop');
  const strip = useRef<HTMLElement>(null);
  // On a phone the strip is wider than the screen: the current entry is brought into view.
  useEffect(() => {
    strip.current?.querySelector(`[href^="${path}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  return (
    <header className={styles.bar}>
      <div className={styles.inner}>
        <span className={styles.brand}>{t('brand')}</span>
        <nav ref={strip} className={styles.nav} aria-label={t('label')}>
          {ENTRIES.map((entry) => (
            <Link
              key={entry.key}
              href={shop ? `${entry.path}?shop=${shop}` : entry.path}
              className={`${styles.link} ${isCurrent(path, entry.path) ? styles.current : ''}`}
              aria-current={isCurrent(path, entry.path) ? 'page' : undefined}
            >
              {t(entry.key)}
              {entry.key === 'issues' && openIssues > 0 ? (
                <span className={styles.count}>{formatCount(openIssues)}</span>
              ) : null}
            </Link>
          ))}
        </nav>
        {extra}
      </div>
    </header>
  );
}
