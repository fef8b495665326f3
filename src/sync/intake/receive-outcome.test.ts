import { expect, test } from 'vitest';
import { answerOf, type ReceiveOutcome } from './receive-outcome';

const ANSWERS: [ReceiveOutcome, number, string][] = [
  [{ kind: 'accepted' }, 200, 'accepted'],
  [{ kind: 'duplicate' }, 200, 'duplicate'],
  [{ kind: 'handshake', challenge: 'c-1' }, 200, 'c-1'],
  [{ kind: 'unknown_seller' }, 200, 'unknown_seller'],
  [{ kind: 'unknown_org' }, 200, 'unknown_org'],
  [{ kind: 'malformed', why: 'no id' }, 400, 'malformed: no id'],
  [{ kind: 'bad_signature' }, 401, 'bad_signature'],
  [{ kind: 'too_large' }, 413, 'too_large'],
  [{ kind: 'store_failed' }, 503, 'store_failed'],
];

test.each(ANSWERS)('R9.2 %j', (outcome, status, body) => {
  expect(answerOf(outcome)).toEqual({ status, body });
});
