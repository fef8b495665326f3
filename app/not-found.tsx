import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/app/components/list-faces';

export default async function NotFound() {
  const t = await getTranslations('app');
  return <EmptyState title={t('notFound')} hint={t('notFoundHint')} action={<Link href="/">{t('toHome')}</Link>} />;
}
