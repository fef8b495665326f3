import type { Hono } from 'hono';
import type { DeliveryModes } from '../../core/deliveries';
import type { Face } from './face';
import { practicePage } from './practice-page';
import { FAULT_CHOICES, FAULT_PLACES } from './practice-choices';
import { press, readFields, refuse } from './press';
import { withSeller } from './with-seller';

const DAY_MS = 86_400_000;
const ORDERLY: DeliveryModes = { lose: false, duplicate: 0, reorder: false, delayMs: 0 };
const PUSH_MODES: Record<string, Partial<DeliveryModes>> = {
  lose: { lose: true },
  half: { lose: 0.5 },
  duplicate: { duplicate: 1 },
  reorder: { reorder: true },
  late: { delayMs: 60_000 },
  normal: ORDERLY,
};

/** The switches of "Tình huống". */
export function addPractice(app: Hono, face: Face): void {
  withSeller(app, face, 'get', '/:sellerId/practice', (c, seller) => c.html(practicePage(c, face, seller)));
  add(app, face, 'access', 'Đã đổi quyền truy cập.', (sellerId, field) => changeAccess(face, sellerId, field('what')));
  add(app, face, 'pushes', 'Đã đổi cách gửi thông báo.', (_, field) => changePushes(face, field('what')));
  add(app, face, 'faults', 'Đã bật lỗi.', (sellerId, field) => addFault(face, sellerId, field));
  add(app, face, 'faults/off', 'Đã tắt lỗi.', (_, field) =>
    face.faults.remove(field('id') || refuse('thiếu lỗi cần tắt.')),
  );
}

type Field = (name: string) => string;

function add(app: Hono, face: Face, name: string, done: string, act: (sellerId: string, field: Field) => void): void {
  withSeller(app, face, 'post', `/:sellerId/practice/${name}`, async (c, { sellerId }) => {
    const field = await readFields(c);
    return press(c, `/seller/${sellerId}/practice`, done, () => act(sellerId, field));
  });
}

type AccessChange = (control: Face['control'], sellerId: string) => void;

const ACCESS_CHANGES: Record<string, AccessChange> = {
  access: (control, sellerId) => control.ageTokens({ sellerId, expireAccess: true }),
  refresh: (control, sellerId) => control.ageTokens({ sellerId, expireAccess: true, expireRefresh: true }),
  soon: (control, sellerId) => control.ageTokens({ sellerId, accessExpiresInMs: DAY_MS, refreshExpiresInMs: DAY_MS }),
  close: (control, sellerId) => control.setSellerStatus({ sellerId, status: 'INACTIVE' }),
  open: (control, sellerId) => control.setSellerStatus({ sellerId, status: 'ACTIVE' }),
};

function changeAccess({ control }: Face, sellerId: string, what: string): void {
  const change = Object.hasOwn(ACCESS_CHANGES, what) ? ACCESS_CHANGES[what] : undefined;
  (change ?? refuse('không có nút này.'))(control, sellerId);
}

function changePushes({ control, deliveries }: Face, what: string): void {
  if (what === 'resume') control.resumePushes();
  else if (what === 'verify') control.verifyPush();
  else deliveries.setModes((Object.hasOwn(PUSH_MODES, what) && PUSH_MODES[what]) || refuse('không có nút này.'));
}

/** Only for calls of this shop. */
function addFault({ faults }: Face, sellerId: string, field: Field): void {
  const choice = FAULT_CHOICES.find(({ key }) => key === field('fault')) ?? refuse('không có lỗi này.');
  const place = FAULT_PLACES.find(({ key }) => key === field('place')) ?? refuse('không có nơi này.');
  const count = field('count') === 'always' ? 'always' : Number(field('count')) || 1;
  faults.add({ ...choice.fault, match: { path: place.path, tenant: sellerId }, count });
}
