'use client';

import { App } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Failed, labelAddress, type OrderAnswer, readyToShip } from '../actions';

/** Presses Sẵn sàng giao hàng and In đơn hàng, and says what came of it. */
export function useOrderActions(connectionId: string) {
  const t = useTranslations('orders.actions');
  const { message } = App.useApp();
  const router = useRouter();
  const [pending, setPending] = useState<'ready' | 'print' | null>(null);

  const say = (failed: Failed) => void message.error(t(`failed.${failed.because}`));
  const run = async <T>(what: 'ready' | 'print', ask: () => Promise<OrderAnswer<T>>) => {
    setPending(what);
    const answer = await ask().catch(() => ({ ok: false as const, because: 'failed' as const }));
    setPending(null);
    if (!answer.ok) say(answer);
    return answer;
  };

  return {
    pending,
    async ready(orderIds: string[]): Promise<boolean> {
      const answer = await run('ready', () => readyToShip({ connectionId, orderIds }));
      if (!answer.ok) return false;
      if (answer.count > 0) message.success(t('readySent', { count: answer.count, underWay: answer.underWay }));
      else message.info(t('underWay'));
      router.refresh();
      return true;
    },
    /** The tab opens with the click, since a browser blocks one that opens later. */
    async print(orderIds: string[]): Promise<void> {
      const tab = window.open('', '_blank');
      const answer = await run('print', () => labelAddress({ connectionId, orderIds }));
      if (!tab) return void (answer.ok && message.warning(t('popupBlocked')));
      if (!answer.ok) return tab.close();
      tab.opener = null;
      tab.location.href = answer.url;
    },
  };
}
