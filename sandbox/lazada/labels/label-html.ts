import type { Package } from '../entities';

/** What PDF mode puts into `file`: a frame around the link (lazada.md §11.1). */
export function iframeHtml(pdfUrl: string): string {
  return `<iframe src="${pdfUrl}" width="100%" height="100%"></iframe>`;
}

/** HTML mode: one 148 x 105 mm page per parcel. */
export function labelHtml(parcels: readonly Package[]): string {
  const pages = parcels.map(
    (parcel) =>
      `<section>${labelLines(parcel)
        .map((line) => `<p>${line}</p>`)
        .join('')}</section>`,
  );
  const style = '@page{size:148mm 105mm}section{page-break-after:always;font:14px sans-serif}';
  return `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body>${pages.join('')}</body></html>`;
}

export function labelLines(parcel: Package): string[] {
  return [
    `${parcel.shipmentProvider}  ${parcel.trackingNumber}`,
    `Package ${parcel.packageId}`,
    `Order ${parcel.orderId}`,
    `Items ${parcel.orderItemIds.join(', ')}`,
  ];
}
