'use client';

import { Button, Drawer } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorState, LoadingState } from '@/app/components/list-faces';
import type { FigureWhy } from '@/src/queries/products/explanation';
import { explainVariant } from '../actions';
import { FigureCard } from './figure-card';

type Props = Readonly<{ connectionId: string; variantId: string; title: string }>;
type Answer = readonly FigureWhy[] | 'loading' | 'failed';

/** "Vì sao số này?": where a variant's price and quantity on Lazada come from (R10.8). */
export function WhyDrawer({ connectionId, variantId, title }: Props) {
  const t = useTranslations('products.why');
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<Answer>('loading');
  const ask = async () => {
    setOpen(true);
    setAnswer('loading');
    setAnswer(await explainVariant(connectionId, variantId).catch(() => 'failed' as const));
  };
  return (
    <>
      <Button type="link" onClick={ask} aria-label={`${t('button')} ${title}`}>
        {t('button')}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('of', { title })} size={480} destroyOnHidden>
        <Body answer={answer} retry={ask} />
      </Drawer>
    </>
  );
}

function Body({ answer, retry }: Readonly<{ answer: Answer; retry: () => void }>) {
  const t = useTranslations('products.why');
  if (answer === 'loading') return <LoadingState />;
  if (answer === 'failed') return <ErrorState retry={retry} />;
  if (answer.length === 0) return <p>{t('none')}</p>;
  return answer.map((why) => <FigureCard key={why.figure} why={why} />);
}
