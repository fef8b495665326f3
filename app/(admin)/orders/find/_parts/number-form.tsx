'use client';

import { Button, Input } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState, useTransition } from 'react';
import { SectionCard } from '@/app/components/section-card';
import styles from './find.module.css';

/** The number stands in the address, so that a trail can be sent to somebody. */
export function NumberForm({ typed, invalid }: Readonly<{ typed: string; invalid: boolean }>) {
  const t = useTranslations('find');
  const router = useRouter();
  const id = useId();
  const [words, setWords] = useState(typed);
  const [pending, start] = useTransition();
  return (
    <SectionCard>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          start(() => router.push(`/orders/find?number=${encodeURIComponent(words.trim())}`));
        }}
      >
        <label htmlFor={id}>{t('number')}</label>
        <Input
          id={id}
          className={styles.number}
          inputMode="numeric"
          autoComplete="off"
          placeholder="525106346980318"
          value={words}
          status={invalid ? 'error' : ''}
          aria-invalid={invalid}
          aria-describedby={invalid ? `${id}-why` : undefined}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={pending} disabled={words.trim() === ''}>
          {t('search')}
        </Button>
      </form>
      {invalid ? (
        <p id={`${id}-why`} role="alert" className={styles.fault}>
          {t('invalid')}
        </p>
      ) : null}
    </SectionCard>
  );
}
