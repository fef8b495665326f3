import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenAnswer, textsOf } from '@/tests/fixtures/broken-answers';
import { HARAVAN_CALLS } from '@/tests/fixtures/haravan-calls';
import { pickFrom, sameMeaning } from '@/tests/fixtures/same-meaning';
import { isPlatformError } from '../http/platform-error';
import { haravanAnswering, haravanSaying, TEST_HARAVAN_AUTH } from './test-haravan';

const headers = { 'x-request-id': 'req-1' };
/** What neither host understands is an answer of its own there (haravan.md §2.20). */
const NOT_SUPPORTED = { outcome: 'not_supported' };

type Outcome = { value: unknown; error?: undefined } | { error: unknown };
const outcomeOf = (sent: Promise<unknown>): Promise<Outcome> =>
  sent.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

describe.each(Object.entries(HARAVAN_CALLS))('%s', (_name, { call, answer }) => {
  it('R8.4 reads the same answer in other types to the same meaning', async () => {
    const meant = await call(haravanSaying(answer).client);
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const varied = sameMeaning(answer, pickFrom(seed), 'Z');
        expect(await call(haravanSaying(varied).client)).toEqual(meant);
      }),
      { numRuns: 6 },
    );
  });

  it('R8.4 turns what cannot be read into a named error with the request id, R7.1 and without data', async () => {
    const secrets = [...textsOf(answer), TEST_HARAVAN_AUTH.accessToken, 'client-secret'];
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const { text, status, isUnreadable } = brokenAnswer(answer, pickFrom(seed));
        const outcome = await outcomeOf(call(haravanAnswering(() => ({ status, headers, body: text })).client));
        if (!('error' in outcome)) {
          if (isUnreadable) expect(outcome.value).toEqual(NOT_SUPPORTED);
          return;
        }
        if (!isPlatformError(outcome.error)) throw outcome.error;
        expect(outcome.error.requestId).toBe('req-1');
        const showHidden = isUnreadable || outcome.error.code === 'unexpected_shape';
        const written = inspect(outcome.error, { depth: 9, showHidden });
        for (const secret of secrets) expect(written).not.toContain(secret);
      }),
      { numRuns: 12 },
    );
  });
});
