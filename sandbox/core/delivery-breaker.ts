/** Stops deliveries to a receiver that refuses most of them, as platforms do. */
export type DeliveryBreaker = {
  isOpen(): boolean;
  note(delivered: boolean): void;
  /** Deliveries go on, and counting starts again. */
  close(): void;
};

/** Looks at the latest `sample()` attempts: more than half of them failed, and it opens. A sample of null never opens. */
export function createDeliveryBreaker(sample: () => number | null): DeliveryBreaker {
  let outcomes: boolean[] = [];
  let open = false;
  return {
    isOpen: () => open,
    note(delivered) {
      const size = sample();
      if (size === null) return;
      outcomes = [...outcomes, delivered].slice(-size);
      const failed = outcomes.filter((outcome) => !outcome).length;
      if (outcomes.length >= size && failed * 2 > outcomes.length) open = true;
    },
    close() {
      outcomes = [];
      open = false;
    },
  };
}
