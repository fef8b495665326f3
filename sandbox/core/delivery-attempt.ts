import type { OutgoingMessage } from './outgoing-message';

export type AttemptResult = {
  delivered: boolean;
  status: number | null;
  error: string | null;
  tookMs: number;
  body: string;
};

/** One POST. Only a 200 within the time limit is an acknowledgement; redirects are not followed. */
export async function attemptDelivery(
  message: OutgoingMessage,
  attempt: number,
  timeoutMs: number,
): Promise<AttemptResult> {
  const { body, headers } = message.compose(attempt);
  const began = performance.now();
  const finish = (status: number | null, error: string | null): AttemptResult => ({
    delivered: status === 200,
    status,
    error,
    tookMs: Math.round(performance.now() - began),
    body,
  });
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(message.url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return finish(response.status, null);
  } catch (error) {
    return finish(null, error instanceof Error ? error.name : 'unknown');
  }
}
