import { businessRefusal } from '../api-refusal';
import type { Endpoint, SellerCall } from '../endpoint';
import type { ApiBody } from '../envelope';
import { labelHtml } from '../labels/label-html';
import { findItems } from './item-ids';

const DOCUMENT_TYPES = ['invoice', 'shippingLabel', 'carrierManifest', 'pickList'];

/** One HTML file for all items named (lazada.md §11.2). */
export const legacyDocumentEndpoints: Endpoint[] = [
  { path: '/order/document/get', access: 'seller', handle: printDocument },
];

function printDocument({ platform, seller, params }: SellerCall): ApiBody {
  const type = params.get('doc_type') ?? '';
  if (!DOCUMENT_TYPES.includes(type)) throw businessRefusal(21, `"${type}" Invalid Document Type`);
  const ids = params.get('order_item_ids');
  if (!ids) throw businessRefusal(6, 'For input string: ""');
  const found = findItems(seller, ids);
  if (found.some(({ item }) => item.ownFleet)) throw businessRefusal(50008, 'not support operation for sof order');
  if (found.some(({ item }) => item.packageId === '')) {
    throw businessRefusal(34, 'Order Item must be packed. Please call SetStatusToReadyToShip before');
  }
  const packageIds = [...new Set(found.map(({ item }) => item.packageId))];
  const parcels = packageIds.flatMap((packageId) => seller.packages.get(packageId) ?? []);
  const printable = parcels.filter(({ state }) => state === 'packed' || state === 'ready_to_ship');
  if (printable.length === 0) throw businessRefusal(700040, 'no packages that support printing');
  const drawn = printable.every(({ packedAt }) => platform.clock.now() >= packedAt + platform.modes.labelDelayMs);
  const file = drawn ? Buffer.from(labelHtml(printable), 'utf8').toString('base64') : '';
  return { data: { document: { file, mime_type: 'text/html', document_type: type } } };
}
