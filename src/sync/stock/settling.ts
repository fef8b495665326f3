/**
 * A batch that is written is settled while the next one is read, whose writes need not wait for a transaction. One at a time.
 */
export type Settling = {
  /** Begins when the batch before is settled. @throws whatever settling that one met, once this one has ended as well */
  begin(settle: () => Promise<void>): Promise<void>;
  /** @throws whatever settling the last one met */
  end(): Promise<void>;
};

export function createSettling(): Settling {
  let last = Promise.resolve();
  return {
    async begin(settle) {
      const [before] = await Promise.allSettled([last]);
      last = settle();
      // Told by whoever waits for it next.
      const ended = last.catch(() => undefined);
      if (before?.status !== 'rejected') return;
      await ended;
      throw before.reason;
    },
    end: () => last,
  };
}
