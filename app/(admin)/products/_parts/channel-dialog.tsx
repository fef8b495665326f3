'use client';

import { App, Checkbox } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/app/components/confirm-dialog';
import { formatCount } from '@/app/format/money';
import { publishProducts, type Selection, unpublishProducts } from '../actions';

export type ChannelWish = { kind: 'publish' | 'unpublish'; count: number; selection: Selection };
type Props = Readonly<{
  connectionId: string;
  shopName: string;
  wish: ChannelWish;
  onDone: () => void;
  onClose: () => void;
}>;

/** Đăng lên kênh bán hàng → Lazada.vn → Hoàn tất, as merchants know it (R2.2); taking off asks and says what stays (R2.7). */
export function ChannelDialog({ connectionId, shopName, wish, onDone, onClose }: Props) {
  const t = useTranslations('products.dialog');
  const { message } = App.useApp();
  const [ticked, setTicked] = useState(true);
  const [pending, setPending] = useState(false);
  const publish = wish.kind === 'publish';
  const confirm = async () => {
    if (publish && !ticked) return void message.warning(t('tickChannel'));
    setPending(true);
    const send = publish ? publishProducts : unpublishProducts;
    const answer = await send(connectionId, wish.selection).catch(() => ({ ok: false as const }));
    setPending(false);
    if (!answer.ok) return void message.error(t('failed'));
    message.success(t(publish ? 'started' : 'removed', { count: formatCount(answer.total) }));
    onDone();
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t(publish ? 'publishTitle' : 'unpublishTitle')}
      confirmLabel={t(publish ? 'finish' : 'unpublish')}
      danger={!publish}
      pending={pending}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>{t(publish ? 'publishText' : 'unpublishText', { count: formatCount(wish.count) })}</p>
      {publish ? (
        <Checkbox checked={ticked} onChange={(event) => setTicked(event.target.checked)}>
          Lazada.vn – {shopName}
        </Checkbox>
      ) : null}
    </ConfirmDialog>
  );
}
