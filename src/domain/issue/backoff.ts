/** The closed error family of the platforms' clients, by name. */
export type TroubleKind =
  | 'unauthorized'
  | 'throttled'
  | 'unavailable'
  | 'rejected'
  | 'not_found'
  | 'malformed'
  | 'ambiguous';

/** What a turn does with a wish that met trouble. Never a busy loop: each has a next due time. */
export type Outcome =
  | { kind: 'retry'; dueAtMs: number }
  /** Comes back when what it waits for happens, or at `dueAtMs` at the latest. */
  | { kind: 'wait'; for: 'access' | 'quota' | 'read_back'; dueAtMs: number }
  /** Repeating is no use until its cause changes: raise an issue; `dueAtMs` is a slow second look. */
  | { kind: 'stop'; dueAtMs: number };
