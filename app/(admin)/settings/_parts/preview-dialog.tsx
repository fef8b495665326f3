'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/app/components/confirm-dialog';
import { formatCount, formatDong } from '@/app/format/money';
import type { SwitchOnPreview } from '@/src/sync/settings/preview-switch-on';
import { previewRows } from './preview-rows';
import styles from './settings.module.css';
import type { Asked } from './use-settings-form';

type Props = Readonly<{
  asked: Asked;
  nameOf: (locationId: string) => string;
  pending: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}>;

/** Before the first push: how many SKUs fall to 0 or change price much, a few of them, and a question (R3.1). */
export function PreviewDialog({ asked, nameOf, pending, onConfirm, onCancel }: Props) {
  const t = useTranslations('settings.preview');
  const orders = useTranslations('settings.orders');
  const { preview, outsideStock } = asked;
  return (
    <ConfirmDialog
      open
      title={t(preview ? 'title' : 'warningTitle')}
      confirmLabel={t(preview ? 'confirm' : 'saveAnyway')}
      pending={pending}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {outsideStock ? <p className={styles.warningWords}>{orders('outside', { name: nameOf(outsideStock) })}</p> : null}
      {preview ? <PreviewBody preview={preview} /> : null}
    </ConfirmDialog>
  );
}

function PreviewBody({ preview }: Readonly<{ preview: SwitchOnPreview }>) {
  const t = useTranslations('settings.preview');
  const { total, changed, fallsToZero, largePriceChanges } = preview;
  return (
    <div data-preview>
      <p>{changed === 0 ? t('nothing') : t('intro', { changed: formatCount(changed), total: formatCount(total) })}</p>
      <ul className={styles.risks}>
        <li data-risky={fallsToZero > 0}>{t('zero', { count: formatCount(fallsToZero) })}</li>
        <li data-risky={largePriceChanges > 0}>{t('price', { count: formatCount(largePriceChanges) })}</li>
      </ul>
      {preview.exact ? null : <p className={styles.help}>{t('inexact')}</p>}
      {preview.examples.length > 0 ? <Examples preview={preview} /> : null}
    </div>
  );
}

function Examples({ preview }: Readonly<{ preview: SwitchOnPreview }>) {
  const t = useTranslations('settings.preview');
  const figure = (value: number | null, format: (value: number) => string) =>
    value === null ? t('unknown') : format(value);
  return (
    <table className={styles.examples}>
      <caption>{t('examples')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sku')}</th>
          <th scope="col">{t('change')}</th>
        </tr>
      </thead>
      <tbody>
        {previewRows(preview.examples).map(({ sku, name, quantity, price }) => (
          <tr key={sku}>
            <th scope="row">
              {name}
              <span className={styles.sku}>{sku}</span>
            </th>
            <td>
              {quantity ? (
                <div>
                  {t('quantity', {
                    before: figure(quantity.before, formatCount),
                    after: figure(quantity.after, formatCount),
                  })}
                </div>
              ) : null}
              {price ? (
                <div>
                  {t('priceChange', {
                    before: figure(price.before, formatDong),
                    after: figure(price.after, formatDong),
                  })}
                </div>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
