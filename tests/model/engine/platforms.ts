import { createClock } from '@/sandbox/core/clock';
import { createIds } from '@/sandbox/core/ids';
import type { AskApp } from '@/sandbox/haravan/platform';
import { createHaravanSandbox } from '@/sandbox/haravan/sandbox';
import { createLazadaSandbox } from '@/sandbox/lazada/sandbox';
import { createMail } from './mail';
import { haravanSeed, lazadaSeed } from './world-seed';

export const APP = {
  url: 'http://app.test',
  haravanClientId: 'a'.repeat(32),
  haravanClientSecret: 'b'.repeat(64),
  haravanVerifyToken: 'verify-me',
  lazadaAppKey: '123456',
  lazadaAppSecret: 's'.repeat(32),
};
export const HOSTS = { haravan: 'http://haravan.test', lazada: 'http://lazada.test' };

const START = Date.parse('2026-03-10T02:00:00Z');

/** Both platforms in this process, with a clock that stands still until it is moved, and mail that waits to be carried. */
export function createPlatforms(seed: number, askApp: AskApp) {
  const clock = createClock(START, () => START);
  const ids = createIds(seed);
  const mail = {
    haravan: createMail(clock, ids.fork('haravan mail')),
    lazada: createMail(clock, ids.fork('lazada mail')),
  };
  const haravan = createHaravanSandbox({
    clock,
    ids: ids.fork('haravan'),
    deliveries: mail.haravan,
    publicUrl: () => HOSTS.haravan,
    askApp,
    // How fast we may call is another test's question.
    bucket: { size: 80, take: () => true, used: () => 1, clear: () => {} },
    app: {
      clientId: APP.haravanClientId,
      clientSecret: APP.haravanClientSecret,
      verifyToken: APP.haravanVerifyToken,
      url: APP.url,
      redirectUris: [`${APP.url}/install/login`, `${APP.url}/install/grandservice`],
    },
  });
  const lazada = createLazadaSandbox({
    clock,
    ids: ids.fork('lazada'),
    deliveries: mail.lazada,
    app: {
      key: APP.lazadaAppKey,
      secret: APP.lazadaAppSecret,
      callbackUrl: `${APP.url}/connect/lazada/callback`,
      pushUrl: `${APP.url}/api/webhooks/lazada`,
    },
  });
  haravan.load(haravanSeed());
  lazada.load(lazadaSeed());
  return {
    ...{ clock, haravan, lazada, mail },
    /** Time passes; what falls due on Lazada by that (unpaid orders) happens at once. */
    pass(ms: number): void {
      clock.advance(ms);
      lazada.control.state('nobody');
    },
    close(): void {
      haravan.close();
      lazada.close();
    },
  };
}

export type Platforms = ReturnType<typeof createPlatforms>;
