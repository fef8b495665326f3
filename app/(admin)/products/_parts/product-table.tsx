'use client';

import { Checkbox } from 'antd';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import table from '@/app/components/table.module.css';
import type { ProductRow } from '@/src/queries/products/product-list';
import styles from './products.module.css';
import { VariantCells } from './variant-cells';

type Props = Readonly<{
  connectionId: string;
  products: readonly ProductRow[];
  picked: ReadonlySet<string>;
  allMatching: boolean;
  busy: boolean;
  onPick: (picked: ReadonlySet<string>) => void;
}>;

/** Products, each with its variants below: pair, price and quantity on both sides, time (R2.4). Scrolls inside its own frame. */
export function ProductTable({ connectionId, products, picked, allMatching, busy, onPick }: Props) {
  const t = useTranslations('products.table');
  const allHere = products.every((product) => picked.has(product.productId));
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(picked);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    onPick(next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className={table.frame} aria-busy={busy} aria-label={t('label')} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.check}>
              <Checkbox
                aria-label={t('pickPage')}
                checked={allMatching || allHere}
                disabled={allMatching}
                onChange={(event) =>
                  toggle(
                    products.map((product) => product.productId),
                    event.target.checked,
                  )
                }
              />
            </th>
            {(['product', 'pair', 'price', 'quantity', 'time', 'state'] as const).map((column) => (
              <th
                key={column}
                scope="col"
                className={column === 'price' || column === 'quantity' ? table.figure : undefined}
              >
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <Fragment key={product.productId}>
              <tr className={styles.product}>
                <td className={table.check}>
                  <Checkbox
                    aria-label={t('pick', { title: product.title })}
                    checked={allMatching || picked.has(product.productId)}
                    disabled={allMatching}
                    onChange={(event) => toggle([product.productId], event.target.checked)}
                  />
                </td>
                <th scope="rowgroup" colSpan={5}>
                  {product.title}
                </th>
                <td className={table.muted}>{t(product.published ? 'published' : 'unpublished')}</td>
              </tr>
              {product.variants.map((variant) => (
                <VariantCells
                  key={variant.variantId}
                  connectionId={connectionId}
                  productTitle={product.title}
                  variant={variant}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
