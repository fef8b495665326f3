'use client';

import { App, Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useShopHref } from '@/app/components/use-shop-href';
import { reimportOrder } from '../actions';

/** A Lazada number that is not in the list: Lazada is asked for it, and it is brought in (R10.2). */
export function FindOrder({ connectionId, search }: Readonly<{ connectionId: string; search: string }>) {
  const t = useTranslations('orders.find');
  const { message } = App.useApp();
  const router = useRouter();
  const href = useShopHref();
  const [pending, setPending] = useState(false);
  const orderId = search.replace(/[#\s]/gu, '');
  if (!/^\d{6,}$/.test(orderId)) return null;
  const find = async () => {
    setPending(true);
    const answer = await reimportOrder({ connectionId, orderId }).catch(() => null);
    setPending(false);
    if (answer?.ok && answer.found) return router.push(href(`/orders/${orderId}`));
    message.warning(t(answer?.ok ? 'notFound' : 'failed'));
  };
  return (
    <Button loading={pending} onClick={find}>
      {t('button', { order: orderId })}
    </Button>
  );
}
