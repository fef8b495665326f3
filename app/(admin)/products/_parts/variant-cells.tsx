'use client';

import { useTranslations } from 'next-intl';
import { StatusTag, type Tone } from '@/app/components/status-tag';
import table from '@/app/components/table.module.css';
import { formatCount, formatDong } from '@/app/format/money';
import { formatTime } from '@/app/format/time';
import type { VariantRow } from '@/src/queries/products/variant-rows';
import styles from './products.module.css';
import { WhyDrawer } from './why-drawer';

const TONE = { synced: 'success', waiting: 'info', issue: 'danger' } as const;

/** While both switches are off nothing is sent: linked is all that can be said. */
function labelOf({
  state,
  sending,
}: VariantRow): { key: 'synced' | 'waiting' | 'issue' | 'linked'; tone: Tone } | null {
  if (state === null) return null;
  return state === 'synced' && !sending ? { key: 'linked', tone: 'quiet' } : { key: state, tone: TONE[state] };
}

type Props = Readonly<{ connectionId: string; productTitle: string; variant: VariantRow }>;

export function VariantCells({ connectionId, productTitle, variant }: Props) {
  const t = useTranslations('products.table');
  const pushedAt = [variant.pushedPrice?.at, variant.pushedQuantity?.at]
    .filter((at) => at !== undefined)
    .sort((a, b) => +b - +a)[0];
  const label = labelOf(variant);
  const isOnlyOne = variant.title === 'Default Title';
  const title = isOnlyOne ? t('defaultVariant') : variant.title;
  const fullTitle = isOnlyOne ? productTitle : `${productTitle} – ${title}`;
  return (
    <tr data-variant={variant.variantId} data-state={variant.state ?? 'none'}>
      <td />
      <td className={styles.variant}>{title}</td>
      <td>
        <span className={table.code}>{variant.barcode?.trim() ? variant.barcode : t('noBarcode')}</span>
        {variant.pair ? (
          <span className={table.muted}>
            {' ↔ '}
            <span className={table.code}>{variant.pair.sellerSku}</span>
          </span>
        ) : null}
      </td>
      <td className={table.figure}>
        {formatDong(variant.price)}
        <OnLazada value={variant.channelPrice} format={formatDong} />
      </td>
      <td className={table.figure}>
        {variant.tracksInventory ? (variant.available === null ? '–' : formatCount(variant.available)) : t('untracked')}
        <OnLazada value={variant.channelQuantity} format={formatCount} />
      </td>
      <td className={table.muted}>{pushedAt ? formatTime(pushedAt) : '–'}</td>
      <td>
        <div className={styles.state}>
          {label ? <StatusTag tone={label.tone}>{t(`states.${label.key}`)}</StatusTag> : null}
          {variant.pair && variant.sending ? (
            <WhyDrawer connectionId={connectionId} variantId={variant.variantId} title={fullTitle} />
          ) : null}
        </div>
      </td>
    </tr>
  );
}

function OnLazada({ value, format }: Readonly<{ value: number | null; format: (value: number) => string }>) {
  const t = useTranslations('products.table');
  return <span className={table.second}>{t('onLazada', { value: value === null ? '–' : format(value) })}</span>;
}
