import type { Api } from '../api';
import { Refusal } from '../envelope';
import type { Platform } from '../platform';

const CALLBACK_PATH = '/api/webhooks/haravan';

/** haravan.md §3.1: all topics of the app at once, for the org of the token. */
export function addSubscribeRoutes(api: Api, platform: Platform): void {
  const { events, app, clock, ids, store } = platform;
  const url = `${app.url}${CALLBACK_PATH}`;

  api.use('/api/subscribe', async (c, next) => {
    if (!c.get('token').scopes.includes('wh_api')) throw new Refusal(403, 'Forbidden');
    await next();
  });

  api.get('/api/subscribe', (c) =>
    c.json(events.subscriptions(c.get('org')).map(({ id, event, url }) => ({ id, event, url }))),
  );

  api.post('/api/subscribe', async (c) => {
    const org = c.get('org');
    if (!(await answersChallenge(platform, url))) {
      return c.json({ error: true, message: 'Không xác thực được địa chỉ nhận webhook.' }, 400);
    }
    const known = events.subscriptions(org);
    const missing = store.modes.topics.filter((event) => known.every((subscription) => subscription.event !== event));
    const added = missing.map((event) => ({ id: ids.hex(24), event, url, createdAt: clock.now() }));
    org.subscriptions = [...known, ...added];
    return c.json({ error: false, message: 'Đăng ký webhook thành công.' });
  });

  api.delete('/api/subscribe', (c) => {
    c.get('org').subscriptions = [];
    return c.json({ error: false, message: 'Hủy đăng ký webhook thành công.' });
  });
}

/** The receiver must echo the challenge when the token is the one it was registered with. */
async function answersChallenge({ app, lots, askApp }: Platform, url: string): Promise<boolean> {
  const challenge = lots.hex(32);
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': app.verifyToken,
    'hub.challenge': challenge,
  });
  const answer = await askApp(`${url}?${query}`);
  return answer?.status === 200 && answer.text === challenge;
}
