import { hmacSha256, sameBytes } from '../http/signatures';

/** The challenge to answer with, or undefined: answer 401 (haravan.md §3.1). */
export function hubChallenge(query: URLSearchParams, verifyToken: string): string | undefined {
  const given = query.get('hub.verify_token') ?? '';
  const challenge = query.get('hub.challenge') ?? '';
  if (query.get('hub.mode') !== 'subscribe' || verifyToken === '' || challenge === '') return undefined;
  // Digests have one length, so that the comparison tells nothing of the token's.
  const same = sameBytes(hmacSha256(verifyToken, verifyToken), hmacSha256(verifyToken, given));
  return same ? challenge : undefined;
}
