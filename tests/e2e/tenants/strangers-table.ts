import type { SeededTenant } from './seeded-tenant';

/** Whose ids are tried: `them`; the caller's session and merchant id are its own. */
type Them = SeededTenant;

const filter = { tab: 'all', search: '', publication: 'any' };
const orderFilter = { tab: 'all', search: '', page: 1 };

const settingsForm = (pushPrice: boolean) => ({
  ...{ pushPrice, pushQuantity: false, orderProcessing: 'lazada', stockLocationIds: [], orderLocationId: null },
  ...{ stockPercent: 100, safetyStock: 0, maxQuantity: null, restockOnCancel: true, restockReturns: false },
});

/** Arguments of every server action. */
export const ACTION_ARGUMENTS: Record<string, (them: Them) => unknown[]> = {
  'app/session/actions.ts#startConnect': () => [],
  'app/session/actions.ts#startReauthorize': (them) => [them.connectionId],
  'app/session/actions.ts#disconnectAction': (them) => [them.connectionId],
  'app/(admin)/issues/actions.ts#retryIssues': (them) => [{ issueIds: [them.issueId] }],
  'app/(admin)/issues/actions.ts#zeroLostLinks': (them) => [them.connectionId],
  'app/(admin)/products/actions.ts#publishProducts': (them) => [them.connectionId, { productIds: [them.productId] }],
  'app/(admin)/products/actions.ts#unpublishProducts': (them) => [them.connectionId, { productIds: [them.productId] }],
  'app/(admin)/products/actions.ts#explainVariant': (them) => [them.connectionId, them.variantId],
  'app/(admin)/products/actions.ts#cancelRun': (them) => [them.runId],
  'app/(admin)/settings/actions.ts#saveSettings': (them) => [
    { connectionId: them.connectionId, version: 0, settings: settingsForm(true), confirmed: true },
  ],
  'app/(admin)/orders/actions.ts#readyToShip': (them) => [
    { connectionId: them.connectionId, orderIds: [them.orderId] },
  ],
  'app/(admin)/orders/actions.ts#cancelReasons': (them) => [
    { connectionId: them.connectionId, orderIds: [them.orderId] },
  ],
  'app/(admin)/orders/actions.ts#cancelOrders': (them) => [
    { connectionId: them.connectionId, orderIds: [them.orderId], reasonName: 'x' },
  ],
  'app/(admin)/orders/actions.ts#labelAddress': (them) => [
    { connectionId: them.connectionId, orderIds: [them.orderId] },
  ],
  'app/(admin)/orders/actions.ts#followCancellation': (them) => [
    { connectionId: them.connectionId, orderId: them.orderId },
  ],
  'app/(admin)/orders/actions.ts#answerCancelRequest': (them) => [
    { connectionId: them.connectionId, orderId: them.orderId, agree: true },
  ],
  'app/(admin)/orders/actions.ts#withdrawRun': (them) => [{ connectionId: them.connectionId, runId: them.runId }],
  'app/(admin)/orders/actions.ts#pickMatching': (them) => [{ connectionId: them.connectionId, tab: 'all', search: '' }],
  'app/(admin)/orders/find/actions.ts#askLazada': (them) => [them.orderId],
  'app/(admin)/orders/_backfill/actions.ts#chooseBackfill': (them) => [{ connectionId: them.connectionId, days: 7 }],
  'app/(admin)/orders/_backfill/actions.ts#stopBackfill': (them) => [them.connectionId],
  'app/(admin)/orders/actions.ts#reimportOrder': (them) => [{ connectionId: them.connectionId, orderId: them.orderId }],
};

/** Addresses of every route and page, by its file below app/. What takes no id of a tenant is asked as it is. */
export const ROUTES: Record<string, (them: Them) => string> = {
  '(admin)/page.tsx': ({ connectionId, orderId }) => `/?shop=${connectionId}&order=${orderId}`,
  '(admin)/products/page.tsx': ({ connectionId, runId }) => `/products?shop=${connectionId}&run=${runId}`,
  '(admin)/orders/page.tsx': ({ connectionId, orderId }) => `/orders?shop=${connectionId}&search=${orderId}`,
  '(admin)/orders/[id]/page.tsx': ({ connectionId, orderId }) => `/orders/${orderId}?shop=${connectionId}`,
  '(admin)/orders/find/page.tsx': ({ orderId }) => `/orders/find?number=${orderId}&order=${orderId}&q=${orderId}`,
  '(admin)/issues/page.tsx': ({ connectionId }) => `/issues?shop=${connectionId}&code=seller_sku_not_found`,
  '(admin)/settings/page.tsx': ({ connectionId }) => `/settings?shop=${connectionId}`,
  'orders/labels/route.ts': ({ orderId }) => `/orders/labels?ticket=${orderId}`,
  'connect/lazada/route.ts': ({ connectionId }) => `/connect/lazada?ticket=${connectionId}`,
  'connect/lazada/callback/route.ts': ({ connectionId }) => `/connect/lazada/callback?code=x&state=${connectionId}`,
  'connect/lazada/disconnect/route.ts': ({ connectionId }) => `/connect/lazada/disconnect?token=${connectionId}`,
  'launch/route.ts': ({ shop, orgId }) => `/launch?shop=${shop}&orgid=${orgId}&timestamp=1&hmac=00`,
  'install/route.ts': ({ shop, orgId }) => `/install?shop=${shop}&orgid=${orgId}`,
  'install/login/route.ts': () => '/install/login?code=x&state=y',
  'install/grandservice/route.ts': () => '/install/grandservice?code=x&state=y',
  'notice/[code]/route.ts': ({ shop }) => `/notice/disconnected?shop=${shop}`,
  'api/live/route.ts': ({ merchantId }) => `/api/live?merchantId=${merchantId}`,
  'api/health/route.ts': () => '/api/health',
  'api/metrics/route.ts': ({ merchantId }) => `/api/metrics?merchantId=${merchantId}`,
  'api/auth/[...nextauth]/route.ts': () => '/api/auth/session',
  'api/webhooks/haravan/route.ts': ({ orgId }) => `/api/webhooks/haravan?org=${orgId}`,
  'api/webhooks/lazada/route.ts': ({ orgId }) => `/api/webhooks/lazada?org=${orgId}`,
};

/** Arguments after the merchant's own id, for everything that `compose()` offers screens to read. */
export const QUERY_ARGUMENTS: Record<string, (them: Them) => unknown[]> = {
  shell: () => [],
  overview: ({ connectionId }) => [connectionId],
  products: ({ connectionId }) => [connectionId, { ...filter, page: 1 }],
  productIds: ({ connectionId }) => [connectionId, filter],
  explanation: ({ connectionId, variantId }) => [connectionId, variantId],
  publishRun: ({ connectionId, runId }) => [connectionId, runId],
  issues: ({ connectionId }) => [connectionId, null],
  orders: ({ connectionId }) => [connectionId, orderFilter],
  backfill: ({ connectionId }) => [connectionId],
  order: ({ connectionId, orderId }) => [connectionId, orderId],
  orderSearch: ({ orderId }) => [orderId],
  orderRun: ({ connectionId }) => [connectionId],
  orderPicks: ({ connectionId }) => [connectionId, orderFilter],
  liveMark: () => [],
};

/** The same for commands, as `<group>.<name>`, or the name of one that stands alone. */
export const COMMAND_ARGUMENTS: Record<string, (them: Them) => unknown[]> = {
  'publishing.publish': ({ connectionId, productId }) => [connectionId, { productIds: [productId] }, 'x'],
  'publishing.unpublish': ({ connectionId, productId }) => [connectionId, { productIds: [productId] }, 'x'],
  'publishing.cancelRun': ({ runId }) => [runId],
  'publishing.run': ({ runId }) => [runId],
  zeroLostLinks: ({ connectionId }) => [connectionId, 'x'],
  'orders.requestReadyToShip': ({ connectionId, orderId }) => [connectionId, [orderId], 'x'],
  'orders.requestCancel': ({ connectionId, orderId }) => [connectionId, [orderId], 'reason', 'x'],
  'orders.cancelReasons': ({ connectionId, orderId }) => [connectionId, [orderId]],
  'orders.awbDocument': ({ connectionId, orderId }) => [connectionId, [orderId]],
  'orders.reimportOrder': ({ connectionId, orderId }) => [connectionId, orderId],
  'orders.followCancellation': ({ connectionId, orderId }) => [connectionId, orderId, 'x'],
  'orders.answerCancelRequest': ({ connectionId, orderId }) => [connectionId, orderId, true, 'x'],
  'orders.withdrawRun': ({ connectionId, runId }) => [connectionId, runId],
  'backfill.choose': ({ connectionId }) => [connectionId, 7],
  'backfill.stop': ({ connectionId }) => [connectionId],
  lookUpOrder: ({ orderId }) => [orderId],
  'settings.load': ({ connectionId }) => [connectionId],
  'settings.preview': ({ connectionId }) => [connectionId, settingsForm(true)],
  'settings.save': ({ connectionId }) => [
    connectionId,
    { settings: settingsForm(true), version: 0, confirmed: true, by: 'x' },
  ],
  retryIssues: ({ issueId }) => [{ issueIds: [issueId] }],
};
