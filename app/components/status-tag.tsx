import type { ReactNode } from 'react';
import styles from './status-tag.module.css';

export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'quiet';

/** A state in words; the color only repeats it. */
export function StatusTag({ tone, children }: Readonly<{ tone: Tone; children: ReactNode }>) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
