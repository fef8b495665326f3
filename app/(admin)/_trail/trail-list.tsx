import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatTime } from '@/app/format/time';
import styles from './trail.module.css';
import { foldAlike, trailWords } from './trail-words';

export type TrailRow = { at: Date; kind: string; lazadaOrderId: string | null; facts: Record<string, unknown> };

/** What happened, newest first. A kind that has no sentence yet is left out: no code is shown without one. */
export function TrailList({ events, naming }: Readonly<{ events: readonly TrailRow[]; naming?: boolean }>) {
  const t = useTranslations('trail');
  const s = useTranslations('orderStatus');
  const say = (group: string, key: string) => (s.has(`${group}.${key}`) ? s(`${group}.${key}`) : null);
  const known = foldAlike(
    events
      .filter((event) => t.has(event.kind))
      .map((event) => ({ ...event, sentence: t(event.kind, trailWords(event.facts, say)) })),
  );
  if (known.length === 0) return <p className={styles.none}>{t('empty')}</p>;
  return (
    <ol className={styles.events}>
      {known.map((event, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike in everything; the list is drawn whole
        <li key={`${event.at.getTime()}-${at}`} data-kind={event.kind}>
          <time dateTime={event.at.toISOString()}>{formatTime(event.at)}</time>
          <span>
            {naming && event.lazadaOrderId ? (
              <>
                <Link href={`/orders/${event.lazadaOrderId}`}>{t('order', { order: event.lazadaOrderId })}</Link>{' '}
              </>
            ) : null}
            {event.sentence}
            {event.times > 1 ? <span className={styles.times}> ×{event.times}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
