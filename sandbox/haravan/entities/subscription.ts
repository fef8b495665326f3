/** One topic that an organisation's events are sent for. */
export type Subscription = { id: string; event: string; url: string; createdAt: number };
