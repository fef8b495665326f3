import { type Covered, operations, SUPPORTED } from './coverage';

/**
 * Every operation that haravan.md names, with what the simulator makes of it: supported, or partial and why.
 * Left out: what the reference shows for contrast only (the legacy shop OAuth, REST and webhooks of §1.12) or says to
 * avoid (`admin/inventorylocationbalance`, §2.24). Tests are named from this folder.
 */
export const COVERAGE: Record<string, Covered> = {
  ...operations('§1.5', ['connect/provider.test.ts'], {
    'GET /connect/authorize': SUPPORTED,
    'POST /connect/token': SUPPORTED,
  }),
  ...operations('§1.1', ['connect/provider.test.ts'], {
    'GET /connect/userinfo': SUPPORTED,
    'GET /.well-known/openid-configuration': SUPPORTED,
    'GET /.well-known/openid-configuration/jwks': SUPPORTED,
  }),
  ...operations('§1.9', ['admin/admin.test.ts'], {
    'GET /shops/:shop/adminv2/apps/:clientId': SUPPORTED,
    'GET /shops/:shop/adminv2/sale_channels/apps/:clientId': SUPPORTED,
  }),
  ...operations('§1.13', ['routes/other-records.test.ts'], {
    'GET /com/apps/app_subscriptions': SUPPORTED,
  }),
  ...operations('§2.4', ['events.test.ts', 'rest-api.test.ts'], {
    'GET /com/shop': SUPPORTED,
  }),
  ...operations('§2.5', ['rest-api.test.ts'], {
    'GET /com/locations': SUPPORTED,
  }),
  ...operations('§2.5', ['orders/reads.test.ts'], {
    'GET /com/locations/:id': SUPPORTED,
  }),
  ...operations('§2.6', ['catalog/products.test.ts', 'catalog/collections.test.ts'], {
    'GET /com/products': SUPPORTED,
  }),
  ...operations('§2.6', ['rest-api.test.ts'], {
    'GET /com/products/count': SUPPORTED,
  }),
  ...operations('§2.6', ['orders/reads.test.ts'], {
    'GET /com/products/:id': SUPPORTED,
  }),
  ...operations('§2.6', ['catalog/products.test.ts', 'orders/history.test.ts'], {
    'POST /com/products': SUPPORTED,
  }),
  ...operations('§2.6', ['catalog/products.test.ts'], {
    'PUT /com/products/:id': SUPPORTED,
    'DELETE /com/products/:id': SUPPORTED,
    'POST /com/products/:id/tags': SUPPORTED,
    'DELETE /com/products/:id/tags': SUPPORTED,
  }),
  ...operations('§2.7', ['catalog/variants.test.ts', 'rest-api.test.ts'], {
    'GET /com/products/:productId/variants': SUPPORTED,
    'PUT /com/variants/:id': SUPPORTED,
  }),
  ...operations('§2.7', ['catalog/variants.test.ts'], {
    'GET /com/products/:productId/variants/count': SUPPORTED,
    'POST /com/products/:productId/variants': SUPPORTED,
    'DELETE /com/products/:productId/variants/:id': SUPPORTED,
  }),
  ...operations('§2.7', ['catalog/products.test.ts', 'catalog/images.test.ts'], {
    'GET /com/variants/:id': SUPPORTED,
  }),
  ...operations('§2.8', ['catalog/images.test.ts'], {
    'GET /com/products/:productId/images': SUPPORTED,
    'GET /com/products/:productId/images/count': SUPPORTED,
    'GET /com/products/:productId/images/:id': SUPPORTED,
    'POST /com/products/:productId/images': 'a picture named by src is not fetched, its address is kept',
    'PUT /com/products/:productId/images/:id': 'a picture named by src is not fetched, its address is kept',
    'DELETE /com/products/:productId/images/:id': SUPPORTED,
  }),
  ...operations('§2.9', ['catalog/collections.test.ts'], {
    'GET /com/custom_collections': SUPPORTED,
    'GET /com/custom_collections/count': SUPPORTED,
    'GET /com/custom_collections/:id': SUPPORTED,
    'POST /com/custom_collections': SUPPORTED,
    'PUT /com/custom_collections/:id': SUPPORTED,
    'DELETE /com/custom_collections/:id': SUPPORTED,
    'GET /com/smart_collections': SUPPORTED,
    'GET /com/smart_collections/count': SUPPORTED,
    'GET /com/smart_collections/:id': SUPPORTED,
    'POST /com/smart_collections': 'columns, relations and sort orders are not named: those of Shopify',
    'PUT /com/smart_collections/:id': 'columns, relations and sort orders are not named: those of Shopify',
    'DELETE /com/smart_collections/:id': SUPPORTED,
    'PUT /com/smart_collections/:id/order': 'columns, relations and sort orders are not named: those of Shopify',
    'GET /com/collects': SUPPORTED,
    'GET /com/collects/count': SUPPORTED,
    'POST /com/collects': SUPPORTED,
    'DELETE /com/collects/:id': SUPPORTED,
  }),
  ...operations('§2.9', ['customers/customers.test.ts'], {
    'GET /com/customers': SUPPORTED,
    'GET /com/customers/count': SUPPORTED,
    'GET /com/customers/groups': 'the shape of a group is not documented',
    'PUT /com/customers/:id': SUPPORTED,
    'DELETE /com/customers/:id': SUPPORTED,
    'GET /com/customers/:id/addresses': 'the root key of one address is not documented',
    'GET /com/customers/:id/addresses/:addressId': 'the root key of one address is not documented',
    'POST /com/customers/:id/addresses': 'the root key of one address is not documented',
    'PUT /com/customers/:id/addresses/set': SUPPORTED,
    'PUT /com/customers/:id/addresses/:addressId': 'the root key of one address is not documented',
    'PUT /com/customers/:id/addresses/:addressId/default': 'the root key of one address is not documented',
    'DELETE /com/customers/:id/addresses/:addressId': SUPPORTED,
    'POST /com/customers/:id/tags': SUPPORTED,
    'DELETE /com/customers/:id/tags': SUPPORTED,
  }),
  ...operations('§2.9', ['customers/customers.test.ts', 'rest-api.test.ts'], {
    'GET /com/customers/search': SUPPORTED,
    'GET /com/customers/:id': SUPPORTED,
    'POST /com/customers': SUPPORTED,
  }),
  ...operations('§2.10', ['catalog/variants.test.ts', 'inventory/documents.test.ts'], {
    'GET /com/inventory_locations': SUPPORTED,
  }),
  ...operations('§2.11', ['inventory/documents.test.ts', 'rest-api.test.ts'], {
    'POST /com/inventories/adjustorset': 'what set overwrites and what is answered is not documented',
  }),
  ...operations('§2.11', ['inventory/documents.test.ts'], {
    'GET /com/inventories/adjustments': SUPPORTED,
    'GET /com/inventories/adjustments/count': SUPPORTED,
    'GET /com/inventories/adjustments/:id': SUPPORTED,
  }),
  ...operations('§2.12', ['inventory/documents.test.ts'], {
    'GET /com/inventories/transfers': SUPPORTED,
    'GET /com/inventories/transfers/count': SUPPORTED,
    'GET /com/inventorytransfer/detail/:id': SUPPORTED,
    'POST /com/inventories/transfer': 'how stock moves is not documented',
    'POST /com/inventories/transfer/:id/receive': 'how stock moves is not documented',
    'POST /com/inventories/transfer/:id/recive': 'how stock moves is not documented',
    'GET /com/v2/inventories/purchasereceives': 'only the prefix is known: empty lists',
    'GET /com/v2/inventories/purchasereturns': 'only the prefix is known: empty lists',
  }),
  ...operations('§2.15', ['rest-api.test.ts'], {
    'GET /com/orders': SUPPORTED,
  }),
  ...operations('§2.15', ['orders/reads.test.ts'], {
    'GET /com/orders/count': SUPPORTED,
  }),
  ...operations('§2.15', ['orders/reads.test.ts', 'rest-api.test.ts'], {
    'GET /com/orders/:orderId': SUPPORTED,
  }),
  ...operations('§2.16', ['orders/reads.test.ts', 'orders/create-order.test.ts'], {
    'POST /com/orders': 'orders without stock, and the default source_name, are not documented',
  }),
  ...operations('§2.17', ['rest-api.test.ts'], {
    'POST /com/orders/:orderId/tags': SUPPORTED,
    'DELETE /com/orders/:orderId/tags': SUPPORTED,
    'PUT /com/orders/:orderId': SUPPORTED,
  }),
  ...operations('§2.17', ['orders/history.test.ts'], {
    'POST /com/orders/:orderId/assign': 'its effect on stock is not documented',
  }),
  ...operations('§2.18', ['orders/cancel-refund.test.ts'], {
    'POST /com/orders/:orderId/confirm': SUPPORTED,
  }),
  ...operations('§2.18', ['rest-api.test.ts'], {
    'POST /com/orders/:orderId/close': SUPPORTED,
    'POST /com/orders/:orderId/open': SUPPORTED,
  }),
  ...operations('§2.18', ['orders/cancel-refund.test.ts', 'events.test.ts'], {
    'POST /com/orders/:orderId/cancel': SUPPORTED,
  }),
  ...operations('§2.19', ['orders/reads.test.ts'], {
    'GET /com/orders/:orderId/fulfillments': SUPPORTED,
    'GET /com/orders/:orderId/fulfillments/count': SUPPORTED,
    'GET /com/orders/:orderId/fulfillments/:fulfillmentId': SUPPORTED,
  }),
  ...operations('§2.19', ['orders/fulfillments.test.ts', 'orders/history.test.ts'], {
    'POST /com/orders/:orderId/fulfillments': SUPPORTED,
  }),
  ...operations('§2.19', ['orders/fulfillments.test.ts'], {
    'PUT /com/orders/:orderId/fulfillments/:fulfillmentId': SUPPORTED,
    'POST /com/orders/:orderId/fulfillments/:fulfillmentId/:action{complete|cancel}':
      'of the older generation of the page',
  }),
  ...operations('§2.20', ['orders/reads.test.ts'], {
    'PUT /shops/:shop/admin/orders/:orderId/fulfillments/:fulfillmentId/:what{carrier_status|cod_status}/:state':
      'seen in one integration only, 2020',
    'PUT /com/orders/:orderId/fulfillments/:fulfillmentId/:what{carrier_status|cod_status}/:state':
      'seen in one integration only, 2020',
  }),
  ...operations('§2.21', ['orders/reads.test.ts'], {
    'GET /com/orders/:orderId/transactions': SUPPORTED,
    'GET /com/orders/:orderId/transactions/:transactionId': SUPPORTED,
  }),
  ...operations('§2.21', ['orders/cancel-refund.test.ts', 'events.test.ts'], {
    'POST /com/orders/:orderId/transactions': SUPPORTED,
  }),
  ...operations('§2.22', ['orders/reads.test.ts'], {
    'GET /com/orders/:orderId/refunds': SUPPORTED,
    'GET /com/orders/:orderId/refunds/:refundId': SUPPORTED,
  }),
  ...operations('§2.22', ['orders/cancel-refund.test.ts'], {
    'POST /com/orders/:orderId/refunds': SUPPORTED,
  }),
  ...operations('§2.23', ['orders/reads.test.ts'], {
    'GET /com/countries': SUPPORTED,
    'GET /com/countries/241/provinces/count': SUPPORTED,
    'GET /com/countries/241/provinces/:id': SUPPORTED,
  }),
  ...operations('§2.23', ['rest-api.test.ts'], {
    'GET /com/countries/241/provinces': SUPPORTED,
    'GET /com/provinces/:id/districts': 'a few districts of three cities',
    'GET /com/districts/:id/wards': 'a few districts of three cities',
  }),
  ...operations('§2.24', ['routes/metafields.test.ts'], {
    'GET /com/metafields': 'only required fields and errors are documented',
    'GET /com/metafields/count': 'only required fields and errors are documented',
    'GET /com/metafields/:id': 'only required fields and errors are documented',
    'POST /com/metafields': 'only required fields and errors are documented',
    'PUT /com/metafields/:id': 'only required fields and errors are documented',
    'DELETE /com/metafields/:id': 'only required fields and errors are documented',
    'GET /com/products/:productId/metafields': 'only required fields and errors are documented',
    'GET /com/products/:productId/metafields/count': 'only required fields and errors are documented',
    'GET /com/products/:productId/metafields/:id': 'only required fields and errors are documented',
    'POST /com/products/:productId/metafields': 'only required fields and errors are documented',
    'PUT /com/products/:productId/metafields/:id': 'only required fields and errors are documented',
    'DELETE /com/products/:productId/metafields/:id': 'only required fields and errors are documented',
  }),
  ...operations('§2.24', ['orders/history.test.ts'], {
    'GET /com/events': 'verbs and further fields are not documented',
    'GET /com/orders/:orderId/events': 'verbs and further fields are not documented',
    'GET /com/products/:productId/events': 'verbs and further fields are not documented',
  }),
  ...operations('§2.24', ['routes/other-records.test.ts'], {
    'GET /com/users': SUPPORTED,
    'GET /com/users/groups': 'where groups come from is not documented',
    'GET /com/users/:id': SUPPORTED,
    'GET /com/shipping_rates': 'how a rate is found is not documented',
    'GET /com/carrier_services': 'fields are not documented: what is sent is kept',
    'POST /com/carrier_services': 'fields are not documented: what is sent is kept',
    'DELETE /com/carrier_services/:id': 'fields are not documented: what is sent is kept',
    'GET /web/script_tags': 'fields are not documented: what is sent is kept',
    'GET /web/script_tags/count': 'fields are not documented: what is sent is kept',
    'GET /web/script_tags/:id': 'fields are not documented: what is sent is kept',
    'POST /web/script_tags': 'fields are not documented: what is sent is kept',
    'PUT /web/script_tags/:id': 'fields are not documented: what is sent is kept',
    'DELETE /web/script_tags/:id': 'fields are not documented: what is sent is kept',
    'GET /com/discounts': 'private apps only; fields are not documented: what is sent is kept',
    'POST /com/discounts': 'private apps only; fields are not documented: what is sent is kept',
    'DELETE /com/discounts/:id': 'private apps only; fields are not documented: what is sent is kept',
    'PUT /com/discounts/:id/enable': 'private apps only; fields are not documented: what is sent is kept',
    'PUT /com/discounts/:id/disable': 'private apps only; fields are not documented: what is sent is kept',
    'GET /com/promotions': 'private apps only; fields are not documented: what is sent is kept',
    'GET /com/promotions/count': 'private apps only; fields are not documented: what is sent is kept',
    'GET /com/promotions/:id': 'private apps only; fields are not documented: what is sent is kept',
    'POST /com/promotions': 'private apps only; fields are not documented: what is sent is kept',
    'PUT /com/promotions/:id': 'private apps only; fields are not documented: what is sent is kept',
    'DELETE /com/promotions/:id': 'private apps only; fields are not documented: what is sent is kept',
  }),
  ...operations('§3.1', ['events.test.ts'], {
    'GET /api/subscribe': SUPPORTED,
    'POST /api/subscribe': SUPPORTED,
    'DELETE /api/subscribe': SUPPORTED,
  }),
};
