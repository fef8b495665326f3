import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { readControlBody } from '../../core/control-body';
import { ControlRefusal } from '../control-refusal';
import type { LazadaControl } from './lazada-control';
import * as schemas from './control-schemas';
import { modes } from './mode-schema';

/** The control functions over HTTP, one route each, added to the shared ones. */
export function addLazadaControl(control: Hono, lazada: LazadaControl): void {
  addOrders(control, lazada);
  addSkus(control, lazada);
  addReturns(control, lazada);
  addPushes(control, lazada);
  control.get('/state', (c) => c.json(lazada.state(c.req.query('sellerId'))));
  post(control, '/tokens', schemas.tokenAging, (body) => lazada.ageTokens(body));
  post(control, '/modes', modes, (body) => {
    lazada.setModes(body);
    return { modes: lazada.modes() };
  });
  post(control, '/sellers/status', schemas.sellerStatus, (body) => lazada.setSellerStatus(body));
  post(control, '/items/:itemId/review', schemas.review, (body, c) =>
    lazada.reviewItem({ ...body, itemId: Number(c.req.param('itemId')) }),
  );
}

function addReturns(control: Hono, lazada: LazadaControl): void {
  const orderId = (c: Context) => c.req.param('orderId') ?? '';
  post(control, '/orders/:orderId/return-request', schemas.returnRequest, (body, c) => ({
    reverseOrderId: lazada.requestReturn({ ...body, orderId: orderId(c) }),
  }));
  post(control, '/returns/:reverseOrderId/step', schemas.returnStep, (body, c) =>
    lazada.stepReturn({ ...body, reverseOrderId: c.req.param('reverseOrderId') ?? '' }),
  );
  post(control, '/returns/:reverseOrderId/decide-cancel', schemas.cancelDecision, (body, c) =>
    lazada.decideCancel({ ...body, reverseOrderId: c.req.param('reverseOrderId') ?? '' }),
  );
  post(control, '/orders/:orderId/charge', schemas.charge, (body, c) =>
    lazada.chargeOrder({ ...body, orderId: orderId(c) }),
  );
  post(control, '/orders/:orderId/payout', schemas.payoutHold, (body, c) =>
    lazada.holdPayout({ ...body, orderId: orderId(c) }),
  );
}

function addPushes(control: Hono, lazada: LazadaControl): void {
  post(control, '/verify-push', schemas.nothing, () => lazada.verifyPush());
  post(control, '/pushes', schemas.anyPush, (body) => lazada.sendPush(body));
  post(control, '/pushes/resume', schemas.nothing, () => lazada.resumePushes());
  control.get('/pushes', (c) => c.json({ stopped: lazada.pushesStopped() }));
  post(control, '/packages/:packageId/event', schemas.packageEvent, (body, c) =>
    lazada.sendPackageEvent({ ...body, packageId: c.req.param('packageId') ?? '' }),
  );
}

function addOrders(control: Hono, lazada: LazadaControl): void {
  const orderId = (c: Context) => c.req.param('orderId') ?? '';
  post(control, '/orders', schemas.orderRequest, (body) => lazada.placeOrder(body), 201);
  post(control, '/orders/:orderId/advance', schemas.advance, (body, c) =>
    lazada.advanceOrder({ ...body, orderId: orderId(c) }),
  );
  post(control, '/orders/:orderId/pay', schemas.ofSeller, (body, c) =>
    lazada.payOrder({ ...body, orderId: orderId(c) }),
  );
  post(control, '/orders/:orderId/cancel-request', schemas.cancelRequest, (body, c) => ({
    reverseOrderId: lazada.requestCancel({ ...body, orderId: orderId(c) }),
  }));
  post(control, '/orders/:orderId/age', schemas.orderAging, (body, c) =>
    lazada.ageOrder({ ...body, orderId: orderId(c) }),
  );
}

function addSkus(control: Hono, lazada: LazadaControl): void {
  post(control, '/skus', schemas.newSku, (body) => ({ sku: lazada.createSku(body) }), 201);
  control.patch('/skus/:skuId', async (c) => {
    const body = await readControlBody(c, schemas.skuChange);
    return answer(c, () => ({ sku: lazada.editSku({ ...body, skuId: Number(c.req.param('skuId')) }) }));
  });
  control.delete('/skus/:skuId', async (c) => {
    const body = await readControlBody(c, schemas.ofSeller);
    return answer(c, () => lazada.deleteSku({ ...body, skuId: Number(c.req.param('skuId')) }));
  });
}

function post<S extends z.ZodType>(
  control: Hono,
  path: string,
  schema: S,
  act: (body: z.infer<S>, c: Context) => unknown,
  status: 200 | 201 = 200,
): void {
  control.post(path, async (c) => {
    const body = await readControlBody(c, schema);
    return answer(c, () => act(body, c), status);
  });
}

function answer(c: Context, act: () => unknown, status: 200 | 201 = 200): Response {
  try {
    return c.json(act() ?? { ok: true }, status);
  } catch (error) {
    if (error instanceof ControlRefusal) throw new HTTPException(error.status, { message: error.message });
    throw error;
  }
}
