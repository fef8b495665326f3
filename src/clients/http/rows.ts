/** A list element that could not be read. It is reported instead of spoiling the whole page (spec R8.4). */
export type UnreadableRow = {
  /** The row's own id where that much could be read. */
  id?: string;
  /** Which field, in our words; holds no values. */
  reason: string;
};
