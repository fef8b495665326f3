'use client';

import { Button, Skeleton } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useTransition } from 'react';
import styles from './layout.module.css';

/** Nothing is there, and that is fine: says so and what to do next. */
export function EmptyState({
  title,
  hint,
  action,
}: Readonly<{ title: ReactNode; hint?: ReactNode; action?: ReactNode }>) {
  return (
    <div className={styles.face} data-face="empty">
      <p className={styles.faceTitle}>{title}</p>
      {hint ? <p className={styles.help}>{hint}</p> : null}
      {action}
    </div>
  );
}

/** A failed fetch never looks like an empty list (interface.md, rule 2). Trying again asks the server again. */
export function ErrorState({ retry }: Readonly<{ retry: () => void }>) {
  const t = useTranslations('app');
  const router = useRouter();
  const [pending, start] = useTransition();
  const again = () =>
    start(() => {
      router.refresh();
      retry();
    });
  return (
    <div className={styles.face} data-face="error" role="alert">
      <p className={styles.faceTitle}>{t('loadFailed')}</p>
      <p className={styles.help}>{t('loadFailedHint')}</p>
      <Button loading={pending} onClick={again}>
        {t('retry')}
      </Button>
    </div>
  );
}

/** The same frame as the page, so that nothing shifts when the figures arrive. */
export function LoadingState({ rows = 8 }: Readonly<{ rows?: number }>) {
  const t = useTranslations('app');
  return (
    <div className={styles.page} data-face="loading" role="status" aria-busy="true" aria-label={t('loading')}>
      <Skeleton active title paragraph={{ rows }} />
    </div>
  );
}
