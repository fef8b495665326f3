import { batchRefusal, type FailedSku } from '../catalog/refuse-batch';
import { readSkuPayload } from '../catalog/sku-payload';
import { type SkuProblem, skuProblem } from '../catalog/sku-problem';
import { type WriteKind, writeSku } from '../catalog/write-sku';
import type { Endpoint, SellerCall } from '../endpoint';
import type { ApiBody } from '../envelope';

/** lazada.md §7.1-7.3: one envelope, three meanings of the stock field. */
export const productWriteEndpoints: Endpoint[] = [
  writeEndpoint('/product/price_quantity/update', { stockField: 'Quantity', meaning: 'total', prices: true }),
  writeEndpoint('/product/stock/sellable/update', {
    stockField: 'SellableQuantity',
    meaning: 'sellable',
    prices: false,
  }),
  writeEndpoint('/product/stock/sellable/adjust', { stockField: 'SellableQuantity', meaning: 'delta', prices: false }),
];

function writeEndpoint(path: string, kind: WriteKind): Endpoint {
  return { path, access: 'seller', handle: (call) => writeBatch(call, kind) };
}

/** SKUs without a problem are applied; code 501 lists only the others (lazada.md §7.2). */
function writeBatch(call: SellerCall, kind: WriteKind): ApiBody {
  const { platform, seller, params } = call;
  const outcomes = readSkuPayload(params.get('payload')).map((fields, index) => ({
    fields,
    problem: call.spoils(index) ? BUSY : writeSku(platform, seller, fields, kind),
  }));
  const [first, ...others] = outcomes.filter((outcome): outcome is FailedSku => outcome.problem !== undefined);
  const umbrella = { code: 501, text: 'Update product failed' } as const;
  if (first) throw batchRefusal(umbrella, seller, [first, ...others], platform.modes);
  return { data: {} };
}

const BUSY: SkuProblem = skuProblem('THD_IC_ERR_F_IC_SERVICE_EDIT_002', 'the product is being edited by others');
