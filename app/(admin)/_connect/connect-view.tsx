import { useTranslations } from 'next-intl';
import layout from '@/app/components/layout.module.css';
import { PageHeader } from '@/app/components/page-header';
import { SectionCard } from '@/app/components/section-card';
import { ConnectButton } from '@/app/components/connect-button';
import styles from './connect.module.css';

const PASSWORD_HELP = 'https://support.haravan.com/support/solutions/articles/42000084684';

/** Before the first connection: what it brings, the three preconditions, one button (R1.2). */
export function ConnectView() {
  const t = useTranslations('connect');
  const link = (words: React.ReactNode) => (
    <a href={PASSWORD_HELP} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
  return (
    <main className={layout.page}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <SectionCard title={t('bringsTitle')}>
        <ul className={styles.list}>
          {(['stock', 'orders', 'issues'] as const).map((key) => (
            <li key={key}>
              <strong>{t(`brings.${key}.title`)}</strong> {t(`brings.${key}.text`)}
            </li>
          ))}
        </ul>
      </SectionCard>
      <SectionCard title={t('needsTitle')}>
        <ol className={styles.list}>
          <li>{t('needs.shop')}</li>
          <li>{t('needs.subscription')}</li>
          <li>{t.rich('needs.password', { link })}</li>
        </ol>
        <ConnectButton label="button" type="primary" size="large" />
        <p className={layout.help}>{t('after')}</p>
      </SectionCard>
    </main>
  );
}
