'use client';

import { App, Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import layout from '@/app/components/layout.module.css';
import { reimportOrder } from '../../actions';

/** Nhập lại: reads the order from Lazada and imports it again; never a second one (R10.2, R8.2). */
export function ReimportButton({ connectionId, orderId }: Readonly<{ connectionId: string; orderId: string }>) {
  const t = useTranslations('order.haravan');
  const { message } = App.useApp();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const reimport = async () => {
    setPending(true);
    const answer = await reimportOrder({ connectionId, orderId }).catch(() => null);
    setPending(false);
    if (!answer?.ok) return void message.error(t(`failed.${answer?.because ?? 'failed'}`));
    if (!answer.found) return void message.warning(t('missing'));
    message.success(t('reading'));
    router.refresh();
  };
  return (
    <>
      <Button loading={pending} onClick={reimport}>
        {t('again')}
      </Button>
      <p className={layout.help}>{t('againHelp')}</p>
    </>
  );
}
