import { Hono } from 'hono';
import type { SellerCall } from '../endpoint';
import type { Package } from '../entities';
import type { Platform } from '../platform';
import { labelLines } from './label-html';
import { renderPdf } from './pdf';

const LINK_LIFE_MS = 10 * 60_000;
export const LABEL_PREFIX = '/labels';

/** A link to the PDF that dies after ten minutes. */
export function issueLabelLink({ platform, seller, origin }: SellerCall, parcels: readonly Package[]): string {
  const key = platform.wireIds.labels.hex(32);
  const packageIds = parcels.map((parcel) => parcel.packageId);
  platform.store.labels.set(key, {
    packageIds,
    sellerId: seller.sellerId,
    expiresAt: platform.clock.now() + LINK_LIFE_MS,
  });
  return `${origin}${LABEL_PREFIX}/${key}.pdf`;
}

/** Whoever has the link may read it; afterwards the storage answers 403, as Lazada's does. */
export function createLabelRoutes(platform: Platform): Hono {
  const app = new Hono();
  app.get('/:file', (c) => {
    const label = platform.store.labels.get(c.req.param('file').replace(/\.pdf$/, ''));
    if (!label) return c.text('NoSuchKey', 404);
    if (label.expiresAt <= platform.clock.now()) return c.text('AccessDenied: Request has expired.', 403);
    const packages = platform.store.sellers.get(label.sellerId)?.packages;
    const pages = label.packageIds.flatMap((id) => packages?.get(id) ?? []).map(labelLines);
    return c.body(renderPdf(pages), 200, { 'content-type': 'application/pdf' });
  });
  return app;
}
