/** What a call leaves behind: nothing; the same when it is sent twice; or something else each time. */
export type Effect = 'read' | 'repeatable' | 'once';

/** One call, ready to be made, with what must be true of its answer. */
export type Trial = {
  /** Makes the call; the answer's meaning is asserted by `judge`. */
  act(): Promise<unknown>;
  judge(answer: unknown): void;
  /** Whether the platform did it, as its own books say. Writes only. */
  happened?(): boolean;
};

/** One operation of a client. `open` makes what the call needs; each trial stands alone. */
export type Operation<Place> = {
  /** The client's method. */
  method: string;
  effect: Effect;
  /** `GET` or `POST`, and a regular expression on the pathname: what faults and the guard of live runs go by. */
  wire: readonly [method: string, path: string];
  /** Writes only: a live run may make it, saying again what is so already. */
  harmless?: boolean;
  /** An answer without a body is as good as any. */
  mayBeEmpty?: boolean;
  /** Tries another path where this one is not offered. */
  fallsBack?: boolean;
  open(place: Place): Trial | Promise<Trial>;
};

/** Joins the call and its meaning by type. */
export function trial<T>(act: () => Promise<T>, judge: (answer: T) => void, happened?: () => boolean): Trial {
  return { act, judge: (answer) => judge(answer as T), happened };
}
