import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenAnswer, textsOf } from '@/tests/fixtures/broken-answers';
import { LAZADA_CALLS } from '@/tests/fixtures/lazada-calls';
import { pickFrom, sameMeaning } from '@/tests/fixtures/same-meaning';
import { isPlatformError } from '../http/platform-error';
import { sign } from './sign';
import { lazadaAnswering, pooledParams, TEST_LAZADA_AUTH, TEST_LAZADA_CONFIG } from './test-lazada';

const operations = Object.entries(LAZADA_CALLS);
const REQUEST_ID = '212a6a5a17675956955215662';
/** First, so that most cuts leave it. */
const identified = (answer: unknown) => ({ ...{ request_id: '' }, ...(answer as object), request_id: REQUEST_ID });

const failed = (sent: Promise<unknown>): Promise<unknown> =>
  sent.then(() => undefined).catch((error: unknown) => error);

describe.each(operations)('%s', (_name, { call, answer }) => {
  it('is signed over exactly what is sent (lazada.md §1.4)', async () => {
    const { client, sent } = lazadaAnswering(answer);
    await call(client);
    const { sign: given, ...params } = pooledParams(sent[0]);
    const path = new URL(sent[0]?.url ?? '').pathname.replace(/^\/rest/, '');
    expect(given).toBe(sign(path, params, TEST_LAZADA_CONFIG.appSecret));
    expect(Object.values(params)).not.toContain('');
  });

  it('R8.4 reads the same answer in other types to the same meaning', async () => {
    const meant = await call(lazadaAnswering(answer).client);
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const varied = sameMeaning(answer, pickFrom(seed), '+07:00');
        expect(await call(lazadaAnswering(varied).client)).toEqual(meant);
      }),
      { numRuns: 6 },
    );
  });

  it('R8.4 turns what cannot be read into a named error with the request id, R7.1 and without data', async () => {
    const secrets = [...textsOf({ ...(answer as object), request_id: '' }), TEST_LAZADA_AUTH.accessToken];
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const { text, status, isUnreadable } = brokenAnswer(identified(answer), pickFrom(seed));
        const error = await failed(call(lazadaAnswering(text, status).client));
        if (isUnreadable) expect(error).toBeDefined();
        if (error === undefined) return;
        if (!isPlatformError(error)) throw error;
        if (text.includes(`"${REQUEST_ID}"`)) expect(error.requestId).toBe(REQUEST_ID);
        const written = inspect(error, { depth: 9, showHidden: isUnreadable || error.code === 'unexpected_shape' });
        for (const secret of secrets) expect(written).not.toContain(secret);
      }),
      { numRuns: 12 },
    );
  });
});
