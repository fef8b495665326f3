import { type ReactNode, useId } from 'react';
import styles from './layout.module.css';

/** A white card with a hairline border; `title` is a heading of level 2. */
export function SectionCard({
  title,
  extra,
  children,
  flush,
}: Readonly<{ title?: ReactNode; extra?: ReactNode; children: ReactNode; flush?: boolean }>) {
  return (
    <section className={styles.card}>
      {title ? (
        <div className={styles.cardTitle}>
          <h2>{title}</h2>
          {extra}
        </div>
      ) : null}
      <div className={flush ? undefined : styles.cardBody}>{children}</div>
    </section>
  );
}

/** Two columns for settings: label and help on the left, the card on the right; stacked on a phone. */
export function SettingsRow({
  title,
  help,
  children,
}: Readonly<{ title: ReactNode; help?: ReactNode; children: ReactNode }>) {
  const id = useId();
  return (
    <section className={styles.settingsRow}>
      <div>
        <h2 id={id}>{title}</h2>
        {help ? <p className={styles.help}>{help}</p> : null}
      </div>
      <fieldset className={styles.card} aria-labelledby={id}>
        <div className={styles.cardBody}>{children}</div>
      </fieldset>
    </section>
  );
}
