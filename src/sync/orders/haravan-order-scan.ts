import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { HaravanOrder } from '@/src/clients/haravan/order';
import { haravanWallTime } from '../mapping/haravan-local-time';
import type { HaravanAccess } from '../ports/access';

const PAGE_ROWS = 50;
/** The filter compares wall times of the shop, and who wrote them is not sure: 7 h and a little (haravan.md §2.3). */
export const SCAN_MARGIN_MS = 8 * 3_600_000;

type Orders = Pick<HaravanClient, 'listOrders'>;

/** Every order created since then, oldest first: new ones come at the end, so pages do not drift. */
export async function* ordersSince(
  haravan: Orders,
  auth: HaravanAccess,
  sinceMs: number,
): AsyncGenerator<HaravanOrder> {
  const createdAtMinLocal = haravanWallTime(sinceMs - SCAN_MARGIN_MS);
  for (let page = 1; ; page += 1) {
    const query = { createdAtMinLocal, order: 'created_at asc', limit: PAGE_ROWS, page } as const;
    const { orders, rowCount } = await haravan.listOrders(auth, query);
    yield* orders;
    if (rowCount < PAGE_ROWS) return;
  }
}
