'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import styles from './layout.module.css';

/** Asks before an unsaved form is left, by closing the page or by a link inside the app. */
export function useLeaveGuard(dirty: boolean, question: string): void {
  useEffect(() => {
    if (!dirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!link || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', onUnload);
    // Capture: before Next's own link handler has navigated.
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [dirty, question]);
}

type SaveBarProps = Readonly<{
  dirty: boolean;
  saving: boolean;
  error?: string | null;
  onSave: () => void;
  onDiscard: () => void;
}>;

/** The one save bar of a form (interface.md, rule 5): there only when something changed. */
export function SaveBar({ dirty, saving, error, onSave, onDiscard }: SaveBarProps) {
  const t = useTranslations('app');
  useLeaveGuard(dirty, t('leaveUnsaved'));
  if (!dirty) return null;
  return (
    <section className={styles.saveBar} aria-label={t('unsaved')}>
      <span className={error ? styles.saveError : undefined} role={error ? 'alert' : undefined}>
        {error ?? t('unsaved')}
      </span>
      <div className={styles.headerActions}>
        <Button onClick={onDiscard} disabled={saving}>
          {t('discard')}
        </Button>
        <Button type="primary" onClick={onSave} loading={saving}>
          {t('save')}
        </Button>
      </div>
    </section>
  );
}
