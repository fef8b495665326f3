/**
 * Whoever asks while a reading is under way shares the next one with all who wait: it begins after each of them asked, so it is as
 * fresh for them as one of their own.
 */
export function shareNext<T>(read: () => Promise<T>): () => Promise<T> {
  let current: Promise<unknown> | null = null;
  let next: Promise<T> | null = null;

  function begin(): Promise<T> {
    next = null;
    const mine = read();
    const ended = mine.then(
      () => undefined,
      () => undefined,
    );
    current = ended;
    void ended.then(() => {
      if (current === ended) current = null;
    });
    return mine;
  }

  return () => {
    if (next) return next;
    if (!current) return begin();
    next = current.then(begin);
    return next;
  };
}
