'use client';

import { Switch } from 'antd';
import { useId } from 'react';
import styles from './settings.module.css';

type Props = Readonly<{ label: string; help: string; checked: boolean; onChange: (on: boolean) => void }>;

export function LabeledSwitch({ label, help, checked, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.switchRow}>
      <div>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      </div>
      <Switch id={id} checked={checked} onChange={onChange} aria-label={label} aria-describedby={`${id}-help`} />
    </div>
  );
}
