/** `compose` runs at every attempt (the first is 1): a platform may re-read the newest state before it repeats itself. */
export type OutgoingMessage = {
  url: string;
  tenant: string;
  topic: string;
  /** Sent even while the breaker is open; delivered, it closes the breaker. */
  probe?: boolean;
  compose(attempt: number): { body: string; headers: Record<string, string> };
};
