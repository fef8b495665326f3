import { type Clock, createClock } from '../../core/clock';
import type { Deliveries } from '../../core/deliveries';
import { createIds } from '../../core/ids';
import type { LazadaControl } from '../control/lazada-control';
import type { Modes } from '../modes';
import { createLazadaSandbox, type LazadaSandbox } from '../sandbox';
import { APP } from './hand-signed';
import { CALLBACK, SEED, SELLER } from './seed';

export type Told = { type: number; data: Record<string, unknown>; sellerId: string };

export type Desk = {
  clock: Clock;
  sandbox: LazadaSandbox;
  control: LazadaControl;
  /** Every push so far. */
  told: Told[];
  /** An operation of the shop, in this process; JSON values are written as text. */
  call(path: string, params?: Record<string, unknown>, sellerId?: string): Record<string, unknown>;
  place(quantity?: number, more?: object): { orderId: string; orderItemIds: string[] };
  items(orderId: string): { orderItemId: string; status: string; packageId: string; reverseOrderId: string }[];
};

/** Monday, 2 March 2026, 09:00 in the shop; time stands still unless it is moved. */
const START = Date.parse('2026-03-02T02:00:00Z');

/** A sandbox without servers, for tests of what it does rather than how it is reached. The shop is authorized. */
export function openDesk(modes: Partial<Modes> = {}): Desk {
  const clock = createClock(START, () => 0);
  const told: Told[] = [];
  const app = { ...APP, callbackUrl: CALLBACK, pushUrl: 'http://push.invalid' };
  const sandbox = createLazadaSandbox({ clock, ids: createIds(7), app, deliveries: listening(told) });
  sandbox.load(SEED);
  sandbox.control.setModes(modes);
  sandbox.store().grants.push(grantUntil(Number.POSITIVE_INFINITY));
  const { control } = sandbox;
  return {
    clock,
    sandbox,
    control,
    told,
    call: (path, params = {}, sellerId = SELLER) => sandbox.call(path, { sellerId }, textOf(params)),
    place: (quantity = 1, more = {}) =>
      control.placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity }], ...more }),
    items: (orderId) =>
      control.state(SELLER).sellers[0]?.orders.find((order) => order.orderId === orderId)?.items ?? [],
  };
}

export function grantUntil(accessExpiresAt: number) {
  const tokens = { accessToken: 'desk', refreshToken: 'desk' };
  return { sellerId: SELLER, ...tokens, accessExpiresAt, refreshExpiresAt: accessExpiresAt, warnedAt: null };
}

function textOf(params: Record<string, unknown>): Record<string, string> {
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, text(value)]));
}

function listening(told: Told[]): Deliveries {
  const modes = { lose: false, duplicate: 0, reorder: false, delayMs: 0 };
  return {
    send({ compose }) {
      const { seller_id, message_type, data } = JSON.parse(compose(1).body);
      told.push({ type: message_type, data, sellerId: seller_id });
    },
    flush: async () => {},
    modes: () => modes,
    setModes: () => {},
    log: () => [],
    pending: () => 0,
    clear: () => {},
    close: () => {},
  };
}
