import { afterEach, beforeEach, expect, it } from 'vitest';
import { MAIN, ORG, type Rig, SHIRT_L, SHIRT_M, startRig } from '../testing/rig';
import type { HaravanState } from './haravan-control';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

async function control<T = unknown>(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: T }> {
  const response = await fetch(`${rig.url}/__sandbox${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as T };
}
const org = async () => (await control<HaravanState>('GET', `/state?orgId=${ORG}`)).body.orgs[0];

it('changes, adds and deletes variants and products', async () => {
  await control('PATCH', `/variants/${SHIRT_M}`, { orgId: ORG, set: { barcode: null, inventory_management: null } });
  const added = await control<{ variantId: number }>('POST', '/variants', {
    orgId: ORG,
    productId: 1040000001,
    title: 'Đen / XL',
    price: 5,
    stock: { [MAIN]: 2 },
  });
  await control('DELETE', `/variants/${SHIRT_L}`, { orgId: ORG });
  const made = await control<{ productId: number }>('POST', '/products', {
    orgId: ORG,
    title: 'Ly',
    variants: [{ price: 1, barcode: 'LY' }],
  });
  await control('DELETE', '/products/1040000002', { orgId: ORG });
  const products = (await org())?.products as { id: number; variants: { id: number }[] }[];
  expect(products.map(({ id, variants }) => [id, ...variants.map((variant) => variant.id)])).toEqual([
    [1040000001, SHIRT_M, added.body.variantId],
    [made.body.productId, expect.any(Number)],
  ]);
  expect(products[0]?.variants[0]).toMatchObject({ barcode: null, inventory_management: null });
});

it('sets stock by figure and by difference', async () => {
  const place = { orgId: ORG, locationId: MAIN, variantId: SHIRT_M };
  await control('PUT', '/stock', { ...place, onHand: 3 });
  await control('PUT', '/stock', { ...place, delta: -5 });
  expect((await org())?.stock).toContainEqual({
    locationId: MAIN,
    variantId: SHIRT_M,
    onHand: -2,
    committed: 0,
    available: -2,
  });
});

it('says 404 for what does not exist and 400 for what does not fit', async () => {
  expect((await control('PUT', '/stock', { orgId: ORG, locationId: MAIN, variantId: 1, onHand: 3 })).status).toBe(404);
  expect((await control('PUT', '/stock', { orgId: ORG })).status).toBe(400);
});

it('installs and uninstalls without a browser', async () => {
  const { body } = await control<{ accessToken: string }>('POST', '/install', { orgId: ORG });
  expect((await rig.call('GET', '/com/shop.json', undefined, body.accessToken)).status).toBe(200);
  await control('POST', '/uninstall', { orgId: ORG });
  expect((await rig.call('GET', '/com/shop.json', undefined, body.accessToken)).status).toBe(401);
});

it('reset brings the loaded data back', async () => {
  await control('DELETE', `/variants/${SHIRT_M}`, { orgId: ORG });
  await control('POST', '/reset', {});
  expect((await org())?.stock).toContainEqual({
    locationId: MAIN,
    variantId: SHIRT_M,
    onHand: 10,
    committed: 0,
    available: 10,
  });
  expect((await rig.call('GET', '/com/shop.json')).status).toBe(401);
});
