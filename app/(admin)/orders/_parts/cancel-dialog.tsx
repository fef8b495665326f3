'use client';

import { App, Radio } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '@/app/components/confirm-dialog';
import { PlatformWords } from '@/app/components/platform-words';
import { formatCount } from '@/app/format/money';
import { cancelOrders, cancelReasons, type Failed } from '../actions';
import { type CancelChoice, cancelChoice } from './common-reasons';
import styles from './orders.module.css';
import { ReasonWords } from './reason-words';

type Props = Readonly<{
  connectionId: string;
  orderIds: readonly string[];
  onDone: (() => void) | undefined;
  onClose: () => void;
}>;
type Loaded = CancelChoice | Failed['because'] | null;

const FAILED: Failed = { ok: false, because: 'failed' };

/** Asks Lazada for its reasons each time the dialog opens: they depend on the order's state. */
function useCancelChoice(connectionId: string, orderIds: readonly string[]): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    let stale = false;
    void cancelReasons({ connectionId, orderIds: [...orderIds] })
      .catch(() => FAILED)
      .then((answer) => {
        if (!stale) setLoaded(answer.ok ? cancelChoice(answer) : answer.because);
      });
    return () => {
      stale = true;
    };
  }, [connectionId, orderIds]);
  return loaded;
}

/** Hủy đơn hàng: a reason of Lazada's, and what will be lost on both sides before it is done (R4.6, design §6). */
export function CancelDialog({ connectionId, orderIds, onDone, onClose }: Props) {
  const t = useTranslations('orders.cancel');
  const { message } = App.useApp();
  const router = useRouter();
  const loaded = useCancelChoice(connectionId, orderIds);
  const [reason, setReason] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const choice = typeof loaded === 'string' ? null : loaded;
  const confirm = async () => {
    if (!choice || reason === null) return;
    setPending(true);
    const wish = { connectionId, orderIds: choice.orderIds, reasonName: reason };
    const answer = await cancelOrders(wish).catch(() => FAILED);
    setPending(false);
    if (!answer.ok) return void message.error(t(`failed.${answer.because}`));
    message.success(t('sent', { count: formatCount(answer.count), underWay: answer.underWay }));
    onDone?.();
    onClose();
    router.refresh();
  };
  return (
    <ConfirmDialog
      open
      title={
        orderIds.length === 1 ? t('titleOne', { order: orderIds[0] ?? '' }) : t('title', { count: orderIds.length })
      }
      confirmLabel={t('confirm')}
      danger
      pending={pending}
      blocked={reason === null}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <div className={styles.dialog} aria-busy={loaded === null}>
        {loaded === null ? <p role="status">{t('loading')}</p> : null}
        {typeof loaded === 'string' ? <p role="alert">{t(`failed.${loaded}`)}</p> : null}
        {choice ? <CancelBody choice={choice} reason={reason} onPick={setReason} /> : null}
      </div>
    </ConfirmDialog>
  );
}

type BodyProps = Readonly<{ choice: CancelChoice; reason: string | null; onPick: (reason: string) => void }>;

function CancelBody({ choice, reason, onPick }: BodyProps) {
  const t = useTranslations('orders.cancel');
  return (
    <>
      {choice.orderIds.length > 0 ? (
        <ul className={styles.consequences}>
          <li>{t('lazada', { count: formatCount(choice.orderIds.length) })}</li>
          {choice.unasked > 0 ? <li>{t('unasked', { count: formatCount(choice.unasked) })}</li> : null}
          {choice.packed > 0 ? <li>{t('packed', { count: formatCount(choice.packed) })}</li> : null}
          <li>{t('haravan')}</li>
        </ul>
      ) : null}
      {choice.refused.map(({ lazadaOrderId, tip }) => (
        <p key={lazadaOrderId}>
          {t('refused', { order: lazadaOrderId })} {tip ? <PlatformWords>{tip}</PlatformWords> : null}
        </p>
      ))}
      {choice.orderIds.length > 0 && choice.names.length === 0 ? <p>{t('noCommonReason')}</p> : null}
      {choice.names.length > 0 ? (
        <fieldset className={styles.reasons}>
          <legend>{t('reason')}</legend>
          <Radio.Group
            value={reason}
            onChange={(event) => onPick(String(event.target.value))}
            options={choice.names.map((name) => ({ value: name, label: <ReasonWords name={name} /> }))}
          />
        </fieldset>
      ) : null}
    </>
  );
}
