import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLIENT, type Rig, startRig } from '../testing/rig';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const get = async (path: string) => {
  const response = await fetch(`${rig.url}${path}`);
  return { status: response.status, html: await response.text() };
};

describe('admin shell', () => {
  it.each(['apps', 'sale_channels/apps'])(
    'adminv2/%s frames the app with signed, unsorted parameters',
    async (kind) => {
      const { html } = await get(`/shops/hoa-mai/adminv2/${kind}/${CLIENT.id}`);
      const src = (/<iframe[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
      const url = new URL(src);
      expect(`${url.origin}${url.pathname}`).toBe(`${rig.receiver.url}/`);
      expect([...url.searchParams.keys()]).toEqual(['shop', 'orgid', 'timestamp', 'hmac']);
      expect(url.searchParams.get('shop')).toBe('hoa-mai.myharavan.com');
      expect(Number(url.searchParams.get('timestamp')) * 1000).toBe(rig.clock.now());
      const message = url.search.slice(1).split('&hmac=')[0] ?? '';
      const expected = createHmac('sha256', CLIENT.secret).update(message).digest('hex');
      expect(url.searchParams.get('hmac')).toBe(expected);
    },
  );

  it('understands the messages of the app-sdk', async () => {
    const { html } = await get(`/shops/hoa-mai/adminv2/apps/${CLIENT.id}`);
    for (const action of ['APP::TOAST::SHOW', 'APP::LOADING::START', 'APP::NAVIGATION::REDIRECT::REMOTE']) {
      expect(html).toContain(action);
    }
  });

  it('home leads to install and to the framed app', async () => {
    const { html } = await get('/shops/hoa-mai/admin');
    expect(html.replaceAll('&amp;', '&')).toContain(
      `${rig.receiver.url}/install?shop=hoa-mai.myharavan.com&orgid=200000111111`,
    );
    expect(html).toContain(`/shops/hoa-mai/adminv2/sale_channels/apps/${CLIENT.id}`);
  });

  it('is never kept by the browser: a launch is signed for now', async () => {
    const shell = await fetch(`${rig.url}/shops/hoa-mai/adminv2/sale_channels/apps/${CLIENT.id}`);
    expect([shell.status, shell.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await get(`/shops/tre-viet/adminv2/sale_channels/apps/${CLIENT.id}`)).html).toContain(
      'tre-viet.myharavan.com',
    );
  });

  it('knows neither other shops nor other apps', async () => {
    expect((await get('/shops/khong-co/admin')).status).toBe(404);
    expect((await get('/shops/hoa-mai/adminv2/apps/other')).status).toBe(404);
  });
});
