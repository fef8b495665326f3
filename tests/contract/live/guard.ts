import type { HttpMessage, Transport } from '@/src/clients/http/transport';
import type { Operation } from '../operation';

/** A write that a live run does not make. Nothing has left this machine. */
export class LiveWriteRefused extends Error {
  constructor(method: string, path: string) {
    super(`${method} ${path} is not a read: LIVE_WRITES=1 is not set, or it would leave traces`);
    this.name = 'LiveWriteRefused';
  }
}

const names =
  ({ method, url }: HttpMessage) =>
  ({ wire }: Pick<Operation<never>, 'wire'>): boolean =>
    wire[0] === method && new RegExp(wire[1]).test(new URL(url).pathname);

/**
 * Lets through what the tables call a read, and, when `writes`, what they call harmless. Whatever no table names stays here,
 * so that a new operation is refused until somebody has judged it. Lazada has writes that are GETs: the method proves nothing.
 */
export function guarded(
  transport: Transport,
  operations: readonly Pick<Operation<never>, 'wire' | 'effect' | 'harmless'>[],
  writes: boolean,
): Transport {
  const allowed = operations.filter(({ effect, harmless }) => effect === 'read' || (writes && harmless === true));
  return async (message, timeoutMs) => {
    if (!allowed.some(names(message))) throw new LiveWriteRefused(message.method, new URL(message.url).pathname);
    return transport(message, timeoutMs);
  };
}
