/** A line of a resource's history (haravan.md §2.24). */
export type HistoryEvent = {
  id: number;
  subjectType: 'Order' | 'Product';
  subjectId: number;
  /** `create`, `confirmed`, … */
  verb: string;
  message: string;
  createdAt: number;
};
