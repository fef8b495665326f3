import { useTranslations } from 'next-intl';
import { formatTime } from '@/app/format/time';
import type { OverviewView } from '@/src/queries/overview';
import styles from './overview.module.css';

/** What happened last. A kind that has no sentence yet is left out: no code is shown without one. */
export function EventList({ events }: Readonly<{ events: OverviewView['events'] }>) {
  const t = useTranslations('trail');
  const known = events.filter((event) => t.has(event.kind));
  if (known.length === 0) return <p className={styles.fresh}>{t('empty')}</p>;
  return (
    <ul className={styles.events}>
      {known.map((event) => (
        <li key={`${event.at.getTime()}-${event.kind}-${event.lazadaOrderId}`}>
          <time dateTime={event.at.toISOString()}>{formatTime(event.at)}</time>
          <span>{t(event.kind, { order: event.lazadaOrderId ?? '' })}</span>
        </li>
      ))}
    </ul>
  );
}
