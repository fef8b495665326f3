import type { ReactNode } from 'react';
import styles from './order.module.css';

export type Fact = { term: ReactNode; value: ReactNode; strong?: boolean } | null;

/** Terms on the left, values on the right; what is null is left out. */
export function FactList({ facts }: Readonly<{ facts: readonly Fact[] }>) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) =>
        fact ? (
          <div key={String(fact.term)} className={fact.strong ? styles.strong : undefined}>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
