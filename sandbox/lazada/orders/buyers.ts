import type { Buyer } from '../entities';
import type { Platform } from '../platform';

export type BuyerRequest = Omit<Buyer, 'buyerId'>;

const DEFAULT_BUYER: BuyerRequest = {
  name: 'Nguyễn Văn Minh',
  phone: '0912345659',
  province: 'Hồ Chí Minh',
  district: 'Quận 7',
  ward: 'Phường Tân Phú',
  address: '12 Nguyễn Thị Thập',
};

/** The same phone is the same buyer, with one `buyer_id` on every order. */
export function resolveBuyer({ store, ids }: Platform, request: Partial<BuyerRequest> = {}): Buyer {
  const wanted = { ...DEFAULT_BUYER, ...request };
  const buyerId = store.buyers.get(wanted.phone)?.buyerId ?? `2000${ids.digits(8)}`;
  const buyer = { ...wanted, buyerId };
  store.buyers.set(wanted.phone, buyer);
  return buyer;
}
