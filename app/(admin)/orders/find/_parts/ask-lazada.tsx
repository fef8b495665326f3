'use client';

import { Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { SectionCard } from '@/app/components/section-card';
import type { LookUp } from '@/src/sync/orders/look-up-order';
import { askLazada } from '../actions';
import styles from './find.module.css';

type Shop = { connectionId: string; shopName: string };
/** `atOnce`: nobody knows the number, so Lazada is asked without a click. */
type Props = Readonly<{ number: string; shops: readonly Shop[]; atOnce: boolean }>;

/** A number that was never seen: every shop is asked now, and what each said stands here (R10.2). */
export function AskLazada({ number, shops, atOnce }: Props) {
  const t = useTranslations('find.ask');
  const router = useRouter();
  const [answers, setAnswers] = useState<LookUp[] | 'failed' | null>(null);
  const [pending, setPending] = useState(atOnce);
  const asked = useRef(false);
  const ask = async () => {
    setPending(true);
    const said = await askLazada(number).catch(() => null);
    setPending(false);
    setAnswers(said ?? 'failed');
    if (said?.some((answer) => answer.outcome === 'found')) router.refresh();
  };
  useEffect(() => {
    if (!atOnce || asked.current) return;
    asked.current = true;
    void ask();
  });
  const outcomeOf = (id: string) =>
    Array.isArray(answers) ? answers.find((answer) => answer.connectionId === id)?.outcome : undefined;
  return (
    <SectionCard title={t('title')}>
      <ul className={styles.shops} aria-live="polite" aria-busy={pending}>
        {shops.map(({ connectionId, shopName }) => {
          const outcome = outcomeOf(connectionId);
          return (
            <li key={connectionId} data-outcome={outcome ?? 'unknown'}>
              <strong>{shopName}</strong>
              {outcome || pending ? ': ' : ' '}
              {outcome ? t(`outcome.${outcome}`, { number }) : t(pending ? 'asking' : 'unseen', { number })}
            </li>
          );
        })}
      </ul>
      {answers === 'failed' ? <p role="alert">{t('failed')}</p> : null}
      <Button loading={pending} onClick={ask}>
        {t(answers === null && !atOnce ? 'button' : 'again')}
      </Button>
    </SectionCard>
  );
}
