import type { CallLog } from '../http/call-log';
import { createTestHttp } from '../http/test-http';
import type { HttpAnswer, HttpMessage } from '../http/transport';
import { createHaravanClient, type HaravanClient } from './haravan-client';

export const TEST_HARAVAN_CONFIG = {
  clientId: 'client-id',
  clientSecret: 'client-secret',
  accountsUrl: 'https://accounts.haravan.com',
  apiUrl: 'https://apis.haravan.com',
  webhookUrl: 'https://webhook.haravan.com',
  adminUrl: 'https://{shop}.myharavan.com',
};
export const TEST_HARAVAN_AUTH = { accessToken: 'secret-token', orgId: '200000244883', shop: 'shop-2' };

export type ScriptedAnswer = { status?: number; headers?: Record<string, string>; body?: unknown };
export type HaravanExchange = { client: HaravanClient; sent: HttpMessage[]; logs: CallLog[]; clock: { nowMs: number } };

/** A client whose platform answers as told and keeps what it was sent. */
export function haravanAnswering(answerTo: (message: HttpMessage, index: number) => ScriptedAnswer): HaravanExchange {
  const sent: HttpMessage[] = [];
  const transport = async (message: HttpMessage): Promise<HttpAnswer> => {
    sent.push(message);
    const { status = 200, headers = {}, body } = answerTo(message, sent.length - 1);
    return { status, headers, text: typeof body === 'string' ? body : (JSON.stringify(body) ?? '') };
  };
  const { http, logs, clock } = createTestHttp({ transport });
  return { client: createHaravanClient(TEST_HARAVAN_CONFIG, { http, nowMs: () => clock.nowMs }), sent, logs, clock };
}

/** The same answer to everything. */
export function haravanSaying(body: unknown, status = 200): HaravanExchange {
  return haravanAnswering(() => ({ status, body }));
}

export function sentJson(message: HttpMessage | undefined): unknown {
  return JSON.parse(message?.body ?? 'null');
}
