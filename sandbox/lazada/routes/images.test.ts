import { afterAll, beforeAll, expect, test } from 'vitest';
import { signed } from '../testing/hand-signed';
import { type Rig, startRig } from '../testing/rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

test('an image is a file part beside signed text; without one it is a missing parameter', async () => {
  const path = '/image/upload';
  const upload = async (file?: Blob) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(signed(path, { access_token: await rig.token() })))
      body.set(name, value);
    if (file) body.set('image', file, 'ao.jpg');
    return (await fetch(`${rig.url}/rest${path}`, { method: 'POST', body })).json();
  };
  expect(await upload(new Blob(['…'], { type: 'image/jpeg' }))).toMatchObject({
    code: '0',
    data: { image: { hash_code: expect.stringMatching(/^[0-9a-f]{32}$/), url: expect.stringContaining('slatic.net') } },
  });
  expect(await upload()).toMatchObject({ code: 'MissingParameter' });
});
