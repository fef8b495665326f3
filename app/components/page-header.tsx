import type { ReactNode } from 'react';
import styles from './layout.module.css';

/** The title of a screen, one line that says how things are, and at most one primary button. */
export function PageHeader({
  title,
  lead,
  extra,
}: Readonly<{ title: ReactNode; lead?: ReactNode; extra?: ReactNode }>) {
  return (
    <header className={styles.pageHeader}>
      <div>
        <h1>{title}</h1>
        {lead ? <div className={styles.lead}>{lead}</div> : null}
      </div>
      {extra ? <div className={styles.headerActions}>{extra}</div> : null}
    </header>
  );
}
