/**
 * Our own database cannot be reached, or left in the middle: whether the transaction took effect is not known. No row is to blame;
 * the wishes stand, and whoever looks at them again finds out.
 */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super(`the database is away: ${cause instanceof Error ? cause.message.trim().split('\n').at(-1) : String(cause)}`);
    this.name = 'DatabaseAway';
    this.cause = cause;
  }
}
