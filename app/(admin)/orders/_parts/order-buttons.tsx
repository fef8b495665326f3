'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { formatCount } from '@/app/format/money';
import { CancelDialog } from './cancel-dialog';
import styles from './orders.module.css';
import { type PickedOrder, pressable } from './pressable';
import { useOrderActions } from './use-order-actions';

type Props = Readonly<{
  connectionId: string;
  orders: readonly PickedOrder[];
  accessLapsed: boolean;
  /** After an action was accepted. */
  onDone?: () => void;
}>;

/** Sẵn sàng giao hàng, In đơn hàng, Hủy đơn hàng for one order or many (R4.6); a disabled button says why (design §6). */
export function OrderButtons({ connectionId, orders, accessLapsed, onDone }: Props) {
  const t = useTranslations('orders.actions');
  const noteId = useId();
  const { pending, ready, print } = useOrderActions(connectionId);
  const [canceling, setCanceling] = useState<string[] | null>(null);
  const able = {
    readyToShip: pressable(orders, 'readyToShip', accessLapsed),
    print: pressable(orders, 'print', accessLapsed),
    cancel: pressable(orders, 'cancel', accessLapsed),
  };
  const disabled = (button: keyof typeof able) => {
    const { hindrance } = able[button];
    return hindrance === null
      ? {}
      : { disabled: true, title: t(`why.${button}.${hindrance}`), 'aria-describedby': noteId };
  };
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        <Button
          type="primary"
          loading={pending === 'ready'}
          {...disabled('readyToShip')}
          onClick={async () => (await ready(able.readyToShip.orderIds)) && onDone?.()}
        >
          {t('readyToShip')}
        </Button>
        <Button loading={pending === 'print'} {...disabled('print')} onClick={() => print(able.print.orderIds)}>
          {t('print')}
        </Button>
        <Button danger {...disabled('cancel')} onClick={() => setCanceling(able.cancel.orderIds)}>
          {t('cancel')}
        </Button>
      </div>
      <p id={noteId} className={styles.note} aria-live="polite">
        {noteOf(t, orders, able)}
      </p>
      {canceling ? (
        <CancelDialog
          connectionId={connectionId}
          orderIds={canceling}
          onDone={onDone}
          onClose={() => setCanceling(null)}
        />
      ) : null}
    </div>
  );
}

type Able = Record<'readyToShip' | 'print' | 'cancel', ReturnType<typeof pressable>>;

/** One sentence below the buttons: what holds them up, or which of the picked orders are left out. */
function noteOf(t: ReturnType<typeof useTranslations>, orders: readonly PickedOrder[], able: Able): string {
  const hindrances = Object.values(able).map(({ hindrance }) => hindrance);
  if (hindrances.includes('none_picked')) return t('pickFirst');
  if (hindrances.includes('access')) return t('why.readyToShip.access');
  const buttons = ['readyToShip', 'print', 'cancel'] as const;
  const reasons = buttons.flatMap((button) => {
    const { hindrance, orderIds } = able[button];
    if (hindrance !== null) return t(`why.${button}.${hindrance}`);
    if (orderIds.length === orders.length) return [];
    return t(`some.${button}`, { able: formatCount(orderIds.length), count: formatCount(orders.length) });
  });
  return reasons.join(' ');
}
