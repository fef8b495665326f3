import type { Fence, Turn, TurnHandler, TurnKey, TurnLeases, TurnResult } from '@/src/sync/ports/turn';

/** A turn that nobody hurries or stops, whose lease is held by whoever made it. */
export const plainTurn = (key: TurnKey, fence: Fence): Turn => ({
  ...key,
  fence,
  shouldStop: () => false,
  keepAlive: async () => undefined,
  letOthersGo: async () => undefined,
});

/** Runs a turn under a lease of its own. @throws Error when somebody has the lease */
export async function heldTurn(
  leases: TurnLeases,
  leaseKey: string,
  key: TurnKey,
  handler: TurnHandler,
): Promise<TurnResult> {
  const fence = await leases.acquire(leaseKey, 'test');
  if (!fence) throw new Error('the lease is taken');
  try {
    return await handler(plainTurn(key, fence));
  } finally {
    await leases.release(fence, {});
  }
}
