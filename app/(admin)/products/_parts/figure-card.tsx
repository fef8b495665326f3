'use client';

import { useTranslations } from 'next-intl';
import { PlatformWords } from '@/app/components/platform-words';
import { formatCount, formatDong } from '@/app/format/money';
import { formatTime } from '@/app/format/time';
import type { FigureWhy } from '@/src/queries/products/explanation';
import styles from './products.module.css';
import { QuantitySteps } from './quantity-steps';
import { causeKey, verdictKey } from './why-words';

/** One figure: what Lazada got and when, the way from the stock to it, and what it waits for. */
export function FigureCard({ why }: Readonly<{ why: FigureWhy }>) {
  const t = useTranslations('products.why');
  const format = why.figure === 'price' ? formatDong : formatCount;
  const { lastValue, lastPushedAt, believed, campaign } = why;
  return (
    <section className={styles.why} data-figure={why.figure}>
      <h3>{t(why.figure)}</h3>
      <p className={styles.whyLead}>
        {lastValue !== null && lastPushedAt
          ? t('sent', { value: format(lastValue), at: formatTime(lastPushedAt) })
          : t('notSent', { value: believed === null ? t('unknown') : format(believed) })}
      </p>
      {why.price !== null ? <p>{t('fromPrice', { value: formatDong(why.price) })}</p> : null}
      {why.quantity ? <QuantitySteps why={why.quantity} /> : null}
      {campaign && campaign.owed > 0 ? (
        <p>{t('campaign', { floor: formatCount(campaign.floor), owed: formatCount(campaign.owed) })}</p>
      ) : null}
      <p>{t(`verdict.${verdictKey(why)}`)}</p>
      {why.refusal ? <PlatformWords>{why.refusal}</PlatformWords> : null}
      <p className={styles.whyNote}>
        {t(`cause.${causeKey(why.cause)}`)}
        {why.at ? ` ${t('decided', { at: formatTime(why.at) })}` : null}
        {why.waiting ? ` ${t('waiting')}` : null}
      </p>
    </section>
  );
}
