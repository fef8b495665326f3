import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from './main';

const app = {
  url: 'http://localhost:3000',
  haravanClientId: 'a'.repeat(32),
  haravanClientSecret: 'b'.repeat(64),
  haravanVerifyToken: 'verify',
  lazadaAppKey: '123456',
  lazadaAppSecret: 'secret',
};

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ seed: 3, world: 'small', app });
});
afterEach(() => sandbox.close());

const post = (url: string, body: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(body) });
const barcodes = () => JSON.stringify(sandbox.haravan.control.state());

it('starts both platforms with one world', async () => {
  const [merchant] = sandbox.world.accounts.merchants;
  const admin = await fetch(`${sandbox.urls.haravan}/shops/${merchant?.shop}/admin`);
  expect(admin.status).toBe(200);
  const state = await fetch(`${sandbox.urls.lazada}/__sandbox/state?sellerId=${merchant?.seller.sellerId}`);
  expect(await state.text()).toContain('Hoa Mai Official');
});

it.each(['haravan', 'lazada'] as const)('a reset asked of %s resets both', async (platform) => {
  const orgId = sandbox.world.accounts.merchants[0]?.orgId ?? '';
  const before = barcodes();
  const { accessToken } = sandbox.haravan.control.install(orgId);
  sandbox.haravan.control.addProduct(orgId, { title: 'Ly', variants: [{ price: 1_000 }] });
  sandbox.lazada.faults.add({ match: {}, kind: 'reset', count: 'always' });
  expect((await post(`${sandbox.urls[platform]}/__sandbox/reset`, {})).status).toBe(200);
  const products = (text: string) => text.replaceAll(/"[a-z_]+_at":"[^"]+"/g, '');
  expect(products(barcodes())).toBe(products(before));
  expect(sandbox.lazada.faults.list()).toEqual([]);
  const answer = await fetch(`${sandbox.urls.haravan}/com/shop.json`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect(answer.status).toBe(401);
});

it('a reset with another seed builds another world', async () => {
  const before = sandbox.world;
  await post(`${sandbox.urls.haravan}/__sandbox/reset`, { seed: 4 });
  expect(sandbox.world).not.toEqual(before);
});

it('names itself as others reach it', async () => {
  const named = await startSandbox({ world: 'small', app, publicHost: 'sandbox.localhost' });
  try {
    const { port } = new URL(named.urls.haravan);
    expect(named.urls.haravan).toBe(`http://sandbox.localhost:${port}`);
    const found = await fetch(`http://127.0.0.1:${port}/.well-known/openid-configuration`);
    expect(await found.json()).toMatchObject({ token_endpoint: `${named.urls.haravan}/connect/token` });
  } finally {
    await named.close();
  }
});
