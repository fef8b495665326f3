import type { CallLog } from '../http/call-log';
import { createTestHttp } from '../http/test-http';
import type { HttpAnswer, HttpMessage } from '../http/transport';
import { createLazadaClient, type LazadaClient } from './lazada-client';

export const TEST_LAZADA_CONFIG = {
  appKey: '123456',
  appSecret: 'helloworld',
  authUrl: 'https://auth.lazada.com',
  apiUrl: 'https://api.lazada.vn/rest',
};
export const TEST_LAZADA_AUTH = { accessToken: 'secret-token', sellerId: '1001' };

export type LazadaExchange = { client: LazadaClient; sent: HttpMessage[]; logs: CallLog[] };

/** A client whose platform gives the same answer to everything and keeps what it was sent. */
export function lazadaAnswering(body: unknown, status = 200): LazadaExchange {
  const sent: HttpMessage[] = [];
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer: HttpAnswer = { status, headers: {}, text };
  const { http, logs, clock } = createTestHttp({
    transport: async (message) => {
      sent.push(message);
      return answer;
    },
  });
  return { client: createLazadaClient(TEST_LAZADA_CONFIG, { http, nowMs: () => clock.nowMs }), sent, logs };
}

/** Query and form fields of a message, as the platform pools them (lazada.md §1.2). */
export function pooledParams(message: HttpMessage | undefined): Record<string, string> {
  const url = new URL(message?.url ?? 'http://none');
  return Object.fromEntries([...url.searchParams, ...new URLSearchParams(message?.body ?? '')]);
}
