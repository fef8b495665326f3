import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Store } from './store';

/** The body under `errors`: a sentence, or field -> sentences (haravan.md §2.2). */
export type ErrorBody = string | Record<string, string[]>;

/** A refusal in Haravan's words. Thrown, and rendered in one place. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly errors: ErrorBody;

  constructor(status: ContentfulStatusCode, errors: ErrorBody) {
    super(typeof errors === 'string' ? errors : JSON.stringify(errors));
    this.status = status;
    this.errors = errors;
  }
}

export const MISSING_TEXT = 'Dữ liệu không tồn tại!';

/** The documentation says 404, live shops answer 422 (haravan.md §2.2, §9). */
export function missing(store: Store): Refusal {
  return store.modes.missingIs === 422 ? new Refusal(422, MISSING_TEXT) : new Refusal(404, 'Not Found');
}

/** The record, or the answer for one that does not exist. */
export function found<T>(store: Store, record: T | undefined): T {
  if (record === undefined) throw missing(store);
  return record;
}

export function refuseField(field: string, sentence: string): Refusal {
  return new Refusal(422, { [field]: [sentence] });
}
