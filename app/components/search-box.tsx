'use client';

import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import table from './table.module.css';

type Props = Readonly<{ label: string; defaultValue: string; onSearch: (words: string) => void }>;

/** Searches on Enter and when it is emptied. Ant Design's own search names its button in English, whatever the locale. */
export function SearchBox({ label, defaultValue, onSearch }: Props) {
  const t = useTranslations('app');
  const [words, setWords] = useState(defaultValue);
  const type = (typed: string) => {
    setWords(typed);
    if (typed === '') onSearch('');
  };
  return (
    <form
      className={table.search}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(words.trim());
      }}
    >
      <Space.Compact block>
        <Input
          type="search"
          placeholder={label}
          aria-label={label}
          value={words}
          onChange={(event) => type(event.target.value)}
        />
        <Button htmlType="submit" aria-label={t('search')} icon={<SearchOutlined aria-hidden />} />
      </Space.Compact>
    </form>
  );
}
