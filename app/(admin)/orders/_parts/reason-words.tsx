import { useTranslations } from 'next-intl';
import { PlatformWords } from '@/app/components/platform-words';

/** A cancel reason of Lazada's in the reader's language where it is known, and always as Lazada says it. */
export function ReasonWords({ name }: Readonly<{ name: string }>) {
  const t = useTranslations('orders.reasons');
  const key = name.toLowerCase().replace(/[^a-z]+/g, '_');
  return (
    <>
      {t.has(key) ? t(key) : null} <PlatformWords>{name}</PlatformWords>
    </>
  );
}
