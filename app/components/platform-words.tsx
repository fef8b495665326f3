import styles from './layout.module.css';

/** What a platform said, letter by letter and small (interface.md, rule 10); named as English to whoever hears it, unless it is not. */
export function PlatformWords({ children }: Readonly<{ children: string }>) {
  const isVietnamese = /\P{ASCII}/u.test(children);
  return (
    <small className={styles.platformWords} lang={isVietnamese ? undefined : 'en'}>
      {children}
    </small>
  );
}
