/** What became of a message at the door. Closed: every one has its answer. */
export type ReceiveOutcome =
  | { kind: 'accepted' }
  /** Delivered before: nothing to do, and no reason to send it again. */
  | { kind: 'duplicate' }
  | { kind: 'handshake'; challenge: string }
  /** Signed, but for nobody here, such as Lazada's Verify probe with seller 9999 (lazada.md §14.1). */
  | { kind: 'unknown_seller' }
  | { kind: 'unknown_org' }
  | { kind: 'malformed'; why: string }
  | { kind: 'bad_signature' }
  | { kind: 'too_large' }
  /** Not stored, so the platform must send it again. */
  | { kind: 'store_failed' };

export type HttpAnswer = { status: number; body: string };

const STATUS: { readonly [Kind in ReceiveOutcome['kind']]: number } = {
  accepted: 200,
  duplicate: 200,
  handshake: 200,
  unknown_seller: 200,
  unknown_org: 200,
  malformed: 400,
  bad_signature: 401,
  too_large: 413,
  store_failed: 503,
};

/** Only 200 counts as received on both platforms (lazada.md §14.1, haravan.md §3.3). */
export function answerOf(outcome: ReceiveOutcome): HttpAnswer {
  const status = STATUS[outcome.kind];
  if (outcome.kind === 'handshake') return { status, body: outcome.challenge };
  return { status, body: outcome.kind === 'malformed' ? `malformed: ${outcome.why}` : outcome.kind };
}
