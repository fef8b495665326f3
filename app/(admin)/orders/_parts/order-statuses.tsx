import { useTranslations } from 'next-intl';
import { StatusTag } from '@/app/components/status-tag';
import { toneOf } from './status-tone';

/** Lazada's item statuses in words, each word once; a status that we do not know shows its code beside a sentence. */
export function LazadaStatuses({ statuses }: Readonly<{ statuses: readonly string[] }>) {
  const t = useTranslations('orderStatus.lazada');
  const known = statuses.map((status) => status.toLowerCase());
  const words = new Map(known.map((status) => [t.has(status) ? t(status) : t('unknown', { code: status }), status]));
  return [...words].map(([word, status]) => (
    <StatusTag key={word} tone={toneOf(status)}>
      {word}
    </StatusTag>
  ));
}
