import { redactedExcerpt } from './redact';
import type { HttpAnswer } from './transport';
import type { Failure } from './verdict';

/** The body of an answer, as far as it can be read. */
export type Body = { kind: 'json'; value: unknown } | { kind: 'empty' } | { kind: 'unreadable'; excerpt: string };

export function readBody(answer: HttpAnswer): Body {
  if (answer.text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(answer.text) };
  } catch {
    return { kind: 'unreadable', excerpt: redactedExcerpt(answer.text) };
  }
}

/** Asking again may help: gateways answer with pages of their own for a moment (haravan.md §2.2). */
export function unreadableFailure(body: Exclude<Body, { kind: 'json' }>, status: number): Failure {
  const excerpt = body.kind === 'unreadable' ? body.excerpt : '';
  return { kind: 'malformed', mayHaveHappened: true, repeats: 2, code: `${body.kind}_${status}`, detail: { excerpt } };
}

/** JSON, but not of the declared shape: asking again is pointless. */
export function misshapenFailure(reason: string): Failure {
  return { kind: 'malformed', mayHaveHappened: true, repeats: 0, code: 'unexpected_shape', detail: { reason } };
}
