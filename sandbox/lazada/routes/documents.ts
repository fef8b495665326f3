import { z } from 'zod';
import type { Endpoint, SellerCall } from '../endpoint';
import type { Package } from '../entities';
import { iframeHtml, labelHtml } from '../labels/label-html';
import { contentsOf } from '../orders/packing';
import { issueLabelLink } from '../labels/label-links';
import { readRequest, refuseRequest, resultOf } from './fulfillment-result';

const documentRequest = z.object({
  doc_type: z.enum(['PDF', 'HTML']),
  packages: z.array(z.object({ package_id: z.string() })).min(1),
  print_item_list: z.boolean().optional(),
});

/** PrintAWB (lazada.md §11.1): all parcels merged into one document. */
export const documentEndpoints: Endpoint[] = [
  { path: '/order/package/document/get', access: 'seller', handle: resultOf(printLabels) },
];

function printLabels(call: SellerCall): object {
  const { doc_type, packages } = readRequest(call.params, 'getDocumentReq', documentRequest);
  const parcels = packages.map(({ package_id }) => findPrintable(call, package_id));
  // "Right after pack the label may be empty for 5-30 s": an empty answer, not an error.
  if (!parcels.every((parcel) => isDrawn(call, parcel))) return { file: '', doc_type, pdf_url: '' };
  if (doc_type === 'HTML') return { file: base64(labelHtml(parcels)), doc_type };
  const pdf_url = issueLabelLink(call, parcels);
  return { file: base64(iframeHtml(pdf_url)), doc_type, pdf_url };
}

function findPrintable({ seller }: SellerCall, packageId: string): Package {
  const parcel = seller.packages.get(packageId);
  if (!parcel) return refuseRequest('PACKAGE_NOT_FOUND');
  if (contentsOf(seller, parcel).items.some((item) => item.ownFleet)) return refuseRequest('OP_NOT_SUPPORT');
  const printable = parcel.state === 'packed' || parcel.state === 'ready_to_ship';
  return printable ? parcel : refuseRequest('NO_PRINTABLE_PACKAGE');
}

function isDrawn({ platform }: SellerCall, parcel: Package): boolean {
  return platform.clock.now() >= parcel.packedAt + platform.modes.labelDelayMs;
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
