/**
 * `partial`: answered, but the reference does not say enough to be faithful in what `why` names.
 * `absent`: named there in passing, not answered here. `tests` are below this folder.
 */
export type Coverage =
  | { status: 'supported'; section: string; tests: string[] }
  | { status: 'partial'; section: string; tests: string[]; why: string }
  | { status: 'absent'; section: string; why: string };

const supported = (section: string, ...tests: string[]): Coverage => ({ status: 'supported', section, tests });
const partial = (section: string, why: string, ...tests: string[]): Coverage => ({
  status: 'partial',
  section,
  tests,
  why,
});
const absent = (section: string, why: string): Coverage => ({ status: 'absent', section, why });

/** Every API path that lazada.md names, and how far the simulator speaks it. A test holds it against the routes. */
export const COVERAGE: Record<string, Coverage> = {
  '/auth/token/create': supported('§2.3', 'tokens.test.ts'),
  '/auth/token/refresh': supported('§2.4', 'tokens.test.ts'),
  '/seller/get': supported('§5.1', 'gateway.test.ts'),
  '/seller/warehouse/get': partial(
    '§5.2',
    'its page is gone from the site: members of a warehouse follow a tutorial; stock is in the first of several',
    'routes/warehouses.test.ts',
  ),
  '/rc/warehouse/get': partial(
    '§5.2',
    'the reference names the members of result, not what a module holds',
    'routes/warehouses.test.ts',
  ),
  '/products/get': supported('§6.1', 'routes/products.test.ts'),
  '/product/item/get': supported('§6.2', 'routes/products.test.ts'),
  '/product/create': partial(
    '§6, §7.4',
    'the payload and the mandatory attributes of categories are not in the reference; codes 205, 500, 4104, 4105, 4117-4121, 4157 are',
    'routes/product-edits.test.ts',
  ),
  '/product/update': partial('§6, §7.4', 'as for create', 'routes/product-edits.test.ts'),
  '/product/deactivate': partial(
    '§7.1, §7.4',
    'named without its payload; code 4193 is',
    'routes/product-edits.test.ts',
  ),
  '/images/set': absent('§7.1', 'named once, without path, payload or answer'),
  '/image/upload': partial('§1.4', 'only the layout on the wire is described, not the answer', 'routes/images.test.ts'),
  '/media/video/block/upload': absent('§1.4', 'named for its unsigned file part alone'),
  '/product/price_quantity/update': supported('§7.1', 'routes/product-writes.test.ts'),
  '/product/stock/sellable/update': supported('§7.3', 'routes/product-writes.test.ts'),
  '/product/stock/sellable/adjust': supported('§7.3', 'routes/product-writes.test.ts'),
  '/orders/get': supported('§9.1', 'routes/orders.test.ts'),
  '/order/get': supported('§9.2', 'routes/orders.test.ts'),
  '/order/items/get': supported('§9.3', 'routes/orders.test.ts'),
  '/orders/items/get': supported('§9.4', 'routes/orders.test.ts'),
  '/order/shipment/providers/get': supported('§11.1', 'routes/fulfillment.test.ts'),
  '/order/fulfill/pack': supported('§11.1', 'routes/fulfillment.test.ts', 'routes/own-fleet.test.ts'),
  '/order/package/document/get': supported('§11.1', 'routes/fulfillment.test.ts'),
  '/order/package/rts': supported('§11.1', 'routes/fulfillment.test.ts'),
  '/order/package/repack': supported('§11.1', 'routes/fulfillment.test.ts'),
  '/order/package/sof/delivered': supported('§11.1', 'routes/own-fleet.test.ts'),
  '/order/package/sof/failed_delivery': supported('§11.1', 'routes/own-fleet.test.ts'),
  '/order/package/sof/status/update': partial(
    '§11.1',
    'the words of trackInfo are not documented',
    'routes/own-fleet.test.ts',
  ),
  '/order/digital/delivered': supported('§11.1', 'routes/own-fleet.test.ts'),
  '/shipment/providers/get': supported('§11.2', 'routes/legacy.test.ts'),
  '/order/pack': supported('§11.2', 'routes/legacy.test.ts'),
  '/order/rts': supported('§11.2', 'routes/legacy.test.ts'),
  '/order/document/get': partial(
    '§11.2',
    'every document type is the same sheet; codes 30012, 32 and 35 have no described cause',
    'routes/legacy.test.ts',
  ),
  '/order/cancel': supported('§11.2', 'routes/legacy.test.ts'),
  '/order/failure_reason/get': supported('§11.2', 'routes/legacy.test.ts'),
  '/order/reverse/cancel/validate': supported('§12.1', 'routes/cancel.test.ts'),
  '/order/reverse/cancel/create': partial(
    '§12.1',
    'which of the codes 102-124 means what is not documented',
    'routes/cancel.test.ts',
  ),
  '/order/reverse/cancel/seller/decide': supported('§12.2', 'routes/cancel.test.ts'),
  '/reverse/getreverseordersforseller': partial(
    '§12.3',
    'reverse_status, ofc_status and whqc_decision are known by examples only; QC_Decision selects nothing out',
    'routes/reverse.test.ts',
  ),
  '/order/reverse/return/detail/list': supported('§12.3', 'routes/reverse.test.ts'),
  '/order/reverse/return/history/list': supported('§12.3', 'routes/reverse.test.ts'),
  '/order/reverse/reason/list': partial(
    '§12.3',
    "reasons are the simulator's: none is documented for Vietnam",
    'routes/reverse.test.ts',
  ),
  '/order/reverse/return/update': partial(
    '§12.3',
    'which of the codes 100-127 means what is not documented, nor the order of the states',
    'routes/reverse.test.ts',
  ),
  '/order/reverse/onlyrefund/seller/decide': partial('§12.3', 'codes as for return/update', 'routes/reverse.test.ts'),
  '/logistic/order/trace': partial('§13', "status codes but 1200 are the simulator's", 'routes/after-sale.test.ts'),
  '/order/invoice_number/set': supported('§13', 'routes/after-sale.test.ts'),
  '/finance/transaction/details/get': partial(
    '§13',
    "fee types and rates are the simulator's",
    'routes/after-sale.test.ts',
  ),
  '/finance/payout/status/get': supported('§13', 'routes/after-sale.test.ts'),
  '/finance/transaction/accountTransactions/query': partial(
    '§13',
    'only the envelope is in the reference: the rows are those of the details',
    'routes/after-sale.test.ts',
  ),
};

export type CoverageFigures = { total: number; supported: number; partial: number; absent: number };

export function coverageFigures(): CoverageFigures {
  const rows = Object.values(COVERAGE);
  const having = (status: Coverage['status']) => rows.filter((row) => row.status === status).length;
  return {
    total: rows.length,
    supported: having('supported'),
    partial: having('partial'),
    absent: having('absent'),
  };
}
