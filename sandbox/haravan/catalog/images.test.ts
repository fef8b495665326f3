import { beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from '../testing/desk';
import { SHIRT_L, SHIRT_M } from '../testing/rig';

const SHIRT = 1040000001;
const PIXEL = 'R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const upload = (image: unknown) =>
  desk.call<{ image: Row & { src: string }; errors: unknown }>('POST', `/com/products/${SHIRT}/images.json`, { image });
const seeded = async () => (await desk.list(`/com/products/${SHIRT}/images.json`))[0]?.id ?? 0;

it('comes as base64 and is served by this host; its variants point at it', async () => {
  const { status, body } = await upload({
    attachment: PIXEL,
    filename: 'chấm.gif',
    variant_ids: [SHIRT_L],
    position: 1,
  });
  expect(status).toBe(201);
  expect(body.image).toMatchObject({ product_id: SHIRT, filename: 'chấm.gif', position: 1, variant_ids: [SHIRT_L] });
  const { host, pathname } = new URL(body.image.src);
  expect(host).toBe('haravan.example');
  const served = await desk.haravan.hono.request(pathname);
  expect([served.headers.get('content-type'), (await served.arrayBuffer()).byteLength]).toEqual(['image/gif', 35]);
  const { body: after } = await desk.call('GET', `/com/variants/${SHIRT_L}.json`);
  expect(after.variant?.image_id).toBe(body.image.id);
});

it('its times name no zone', async () => {
  const { body } = await desk.call('GET', `/com/products/${SHIRT}/images/${await seeded()}.json`);
  expect(body.image?.created_at).toMatch(/^2026-03-10T02:00:00(\.\d{1,7})?$/);
});

it('is counted, changed, moved and deleted', async () => {
  const first = await seeded();
  await upload({ src: 'https://example.vn/b.png' });
  expect((await desk.call('GET', `/com/products/${SHIRT}/images/count.json`)).body).toEqual({ count: 2 });
  const change = { image: { position: 2, variant_ids: [SHIRT_M] } };
  const { body } = await desk.call('PUT', `/com/products/${SHIRT}/images/${first}.json`, change);
  expect(body.image).toMatchObject({ id: first, position: 2, variant_ids: [SHIRT_M] });
  expect(await desk.call('DELETE', `/com/products/${SHIRT}/images/${first}.json`)).toMatchObject({ status: 200 });
  expect((await desk.call('GET', `/com/variants/${SHIRT_M}.json`)).body.variant?.image_id).toBeNull();
  expect(desk.told().map(({ topic }) => topic)).toEqual(['products/update', 'products/update', 'products/update']);
});

it.each([
  ['nothing', {}],
  ['what is not base64', { attachment: '***' }],
])('refuses %s', async (_, image) => {
  expect((await upload(image)).status).toBe(422);
});

it('refuses a variant of another product', async () => {
  expect((await upload({ src: 'https://example.vn/c.png', variant_ids: [1090000003] })).status).toBe(404);
});
