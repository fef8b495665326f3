'use client';

import { formatCount } from '@/app/format/money';
import styles from './tab-strip.module.css';

type TabStripProps<Key extends string> = Readonly<{
  label: string;
  tabs: readonly { key: Key; label: string; count: number }[];
  current: Key;
  onChange: (key: Key) => void;
}>;

/** Tabs of a list, each with its count; scrolls sideways inside itself on a phone. */
export function TabStrip<Key extends string>({ label, tabs, current, onChange }: TabStripProps<Key>) {
  return (
    <div className={styles.tabs} role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          aria-selected={tab.key === current}
          className={styles.tab}
          onClick={() => onChange(tab.key)}
        >
          {tab.label} <span className={styles.count}>{formatCount(tab.count)}</span>
        </button>
      ))}
    </div>
  );
}
