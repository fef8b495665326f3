import { isPlatformError } from '@/src/clients/http/platform-error';
import { AccessEnded, type AccessStore, type LazadaAccess } from '../ports/access';
import type { OrderFeed } from '../ports/wishes';

export type ReadFeedsDeps = { access: Pick<AccessStore, 'connections'>; feed: OrderFeed };

/** Another shop's trouble must not park this shop's lane: its feed then counts as not read, or as ended. */
async function readOther(feed: OrderFeed, merchantId: string, connectionId: string): Promise<number | null | 'ended'> {
  try {
    return (await feed.read(merchantId, connectionId)).feedAt?.getTime() ?? null;
  } catch (error) {
    if (error instanceof AccessEnded) return 'ended';
    if (isPlatformError(error)) return null;
    throw error;
  }
}

/**
 * Reads the order feeds of all the merchant's active shops, since they sell from one Haravan stock (design §6). What lapsed
 * shops sold is known from the past; their feeds cannot be read.
 * @param auth the turn's access to the given connection, where it has one
 * @returns since when, in ms, every order event is known; null when one feed could not be read
 * @throws PlatformError unauthorized, AccessEnded: of the given connection
 */
export async function readFeeds(
  deps: ReadFeedsDeps,
  merchantId: string,
  connectionId: string,
  auth?: LazadaAccess,
): Promise<number | null> {
  const connections = await deps.access.connections(merchantId);
  const others = connections.filter(({ id, status }) => status === 'active' && id !== connectionId);
  const connection = connections.find(({ id }) => id === connectionId);
  const own = await deps.feed.read(merchantId, connectionId, connection && { connection, auth });
  let oldest = own.feedAt?.getTime() ?? null;
  for (const { id } of others) {
    const at = await readOther(deps.feed, merchantId, id);
    if (at === 'ended') continue;
    oldest = oldest === null || at === null ? null : Math.min(oldest, at);
  }
  return oldest;
}
