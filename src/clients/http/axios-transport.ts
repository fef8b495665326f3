import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { type HttpAnswer, type Transport, TransportFailure, type TransportFault } from './transport';

const DEFAULT_MAX_BYTES = 20_000_000;

/** System codes of connections that were never made, so that no byte of the message left. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
]);
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED']);

function faultOf(code: string, error: Error): TransportFault {
  if (NEVER_SENT.has(code)) return 'unreachable';
  if (TIMED_OUT.has(code)) return 'timeout';
  return error.message.startsWith('maxContentLength') ? 'oversized' : 'reset';
}

function toFailure(error: unknown): TransportFailure {
  if (!(error instanceof Error)) return new TransportFailure('reset', 'unknown');
  const code = String(Reflect.get(error, 'code') ?? error.name);
  return new TransportFailure(faultOf(code, error), code);
}

function toAnswer(response: AxiosResponse): HttpAnswer {
  const headers = Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const text = typeof response.data === 'string' ? response.data : '';
  return { status: response.status, headers: Object.fromEntries(headers), text };
}

function createAxios(maxBytes: number): AxiosInstance {
  return axios.create({
    adapter: 'http',
    responseType: 'text',
    transformResponse: [(data) => data],
    validateStatus: () => true,
    maxRedirects: 0,
    maxContentLength: maxBytes,
    proxy: false,
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 64 }),
    httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: 64 }),
  });
}

/**
 * The only user of axios. Every status is an answer, redirects are not followed, bodies stay text.
 * @param options.maxBytes largest answer, after decompression; 20 MB when absent
 */
export function createAxiosTransport(options: { maxBytes?: number } = {}): Transport {
  const client = createAxios(options.maxBytes ?? DEFAULT_MAX_BYTES);
  return async (message, timeoutMs) => {
    try {
      const response = await client.request({
        method: message.method,
        url: message.url,
        headers: message.headers,
        data: message.body,
        timeout: timeoutMs,
        // axios's own timeout watches for silence; an answer that drips for ever needs a deadline.
        signal: AbortSignal.timeout(timeoutMs),
      });
      return toAnswer(response);
    } catch (error) {
      throw toFailure(error);
    }
  };
}
