import { type Clock, createClock } from '../../core/clock';
import type { Deliveries } from '../../core/deliveries';
import { createIds } from '../../core/ids';
import type { OutgoingMessage } from '../../core/outgoing-message';
import { createHaravanSandbox, type HaravanSandbox } from '../sandbox';
import { TOPICS } from '../topics';
import { CLIENT, ORG, SEED } from './rig';

export type Row = { id: number } & Record<string, unknown>;
export type Desk = {
  clock: Clock;
  haravan: HaravanSandbox;
  /** A REST call in this process, with the token of the installed app. */
  call<T = Record<string, Row>>(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<{ status: number; body: T }>;
  /** The rows under the first key of a list. */
  list(path: string): Promise<Row[]>;
  /** What webhooks said since last asked. */
  told(): { topic: string; body: Record<string, unknown>; headers: Record<string, string> }[];
};

/** The simulator without sockets: every topic is subscribed, and messages are kept instead of sent. */
export function openDesk(start = Date.parse('2026-03-10T02:00:00Z')): Desk {
  const clock = createClock(start, () => start);
  const sent: OutgoingMessage[] = [];
  const { clientId, clientSecret, verifyToken } = { clientId: CLIENT.id, clientSecret: CLIENT.secret, ...CLIENT };
  const haravan = createHaravanSandbox({
    clock,
    ids: createIds(1),
    app: { clientId, clientSecret, verifyToken, url: 'http://app.example', redirectUris: [] },
    publicUrl: () => 'http://haravan.example',
    deliveries: keep(sent),
  });
  haravan.load(SEED);
  const { accessToken } = haravan.control.install(ORG);
  const org = haravan.store.orgs.get(ORG);
  if (org) org.subscriptions = TOPICS.map((event, id) => ({ id: String(id), event, url: 'x', createdAt: start }));
  const call: Desk['call'] = async <T>(method: string, path: string, body?: unknown, token = accessToken) => {
    const answer = await haravan.call(method, path, token, {}, body);
    return { status: answer.status, body: answer.body as T };
  };
  return {
    clock,
    haravan,
    call,
    async list(path) {
      const { body } = await call<Record<string, Row[]>>('GET', path);
      return Object.values(body)[0] ?? [];
    },
    told: () =>
      sent.splice(0).map(({ topic, compose }) => {
        const { body, headers } = compose(1);
        return { topic, headers, body: JSON.parse(body) as Record<string, unknown> };
      }),
  };
}

function keep(sent: OutgoingMessage[]): Deliveries {
  return {
    send: (message) => void sent.push(message),
    flush: async () => {},
    modes: () => ({ lose: false, duplicate: 0, reorder: false, delayMs: 0 }),
    setModes: () => {},
    log: () => [],
    pending: () => 0,
    clear: () => void sent.splice(0),
    close: () => {},
  };
}
