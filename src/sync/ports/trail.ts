/** What happened, in a few facts without personal data: shown on Tổng quan and as an order's trail (spec R10.2). */
export type TrailEvent = {
  connectionId: string | null;
  lazadaOrderId?: string;
  kind: string;
  facts?: Record<string, unknown>;
};

export type Trail = { record(merchantId: string, events: readonly TrailEvent[]): Promise<void> };
